import type { TextRange } from "../spans/span";
import type { CodePointIndex } from "../text/code-points";

/** The paragraphs that a range touches, in code points: enough to judge it. */
export function contextAround(index: CodePointIndex, range: TextRange): TextRange {
  const { text } = index;
  const start = index.toUtf16(range.start);
  const end = index.toUtf16(range.end);
  const from = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  const feed = text.indexOf("\n", end);
  return {
    start: index.toCodePoint(from),
    end: index.toCodePoint(feed < 0 ? text.length : feed),
  };
}
