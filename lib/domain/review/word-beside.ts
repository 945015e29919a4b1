import { moveEdge } from "../spans/move-edge";
import type { TextRange } from "../spans/span";
import type { CodePointIndex } from "../text/code-points";
import { wordRangeAt } from "../text/words";

/**
 * The first word after a range (code points), else the last one before it, else null: where a
 * reviewer begins to mark what others left out. Linear in the paragraphs between.
 */
export function wordBeside(
  index: CodePointIndex,
  range: TextRange,
  language: string,
): (TextRange & { quote: string }) | null {
  const { text } = index;
  const after = moveEdge(index, range, "end", "later", language);
  const before = after ? null : moveEdge(index, range, "start", "earlier", language);
  const at = after ? index.toUtf16(after.end) - 1 : before && index.toUtf16(before.start);
  const word = at === null ? null : wordRangeAt(text, at, language);
  if (!word) return null;
  return {
    start: index.toCodePoint(word.start),
    end: index.toCodePoint(word.end),
    quote: text.slice(word.start, word.end),
  };
}

/** A span moved on by one word at both edges; null where there is no further word. */
export function moveByWord(
  index: CodePointIndex,
  range: TextRange,
  direction: "earlier" | "later",
  language: string,
): (TextRange & { quote: string }) | null {
  const [leading, trailing] =
    direction === "later" ? (["end", "start"] as const) : (["start", "end"] as const);
  const wider = moveEdge(index, range, leading, direction, language);
  return wider && moveEdge(index, wider, trailing, direction, language);
}
