import type { TextRange } from "../spans/span";
import type { CodePointIndex } from "../text/code-points";
import { sentenceRangeAt } from "../text/words";

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

/** The sentences that a range touches, in code points, by the rules of the language. */
export function sentencesAround(
  index: CodePointIndex,
  range: TextRange,
  language: string,
): TextRange {
  const at = (utf16: number) => sentenceRangeAt(index.text, utf16, language);
  const first = at(index.toUtf16(range.start));
  const last = at(index.toUtf16(range.end) - 1);
  return {
    start: Math.min(range.start, index.toCodePoint(first?.start ?? index.toUtf16(range.start))),
    end: Math.max(range.end, index.toCodePoint(last?.end ?? index.toUtf16(range.end))),
  };
}
