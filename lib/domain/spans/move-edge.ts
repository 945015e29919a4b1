import type { TextRange } from "./span";
import type { CodePointIndex } from "../text/code-points";
import { trimRange } from "../text/trim-range";
import { paragraphRangeAt, wordsIn } from "../text/words";

/**
 * The span's place with one edge moved by a word of the language, with its quote; null where there
 * is no further word or nothing would be left. Code points in and out; linear in the paragraphs
 * that are looked through, which is one or two.
 */
export function moveEdge(
  index: CodePointIndex,
  span: TextRange,
  edge: "start" | "end",
  direction: "earlier" | "later",
  language = "und",
): (TextRange & { quote: string }) | null {
  const { text } = index;
  const range = { start: index.toUtf16(span.start), end: index.toUtf16(span.end) };
  const next = findEdge(text, range[edge], edge, direction, language);
  if (next === null) return null;
  const moved = { ...range, [edge]: next };
  const trimmed = moved.start < moved.end ? trimRange(text, moved) : null;
  if (!trimmed) return null;
  return {
    start: index.toCodePoint(trimmed.start),
    end: index.toCodePoint(trimmed.end),
    quote: text.slice(trimmed.start, trimmed.end),
  };
}

/** The nearest start or end of a word beyond `from`, through as many paragraphs as it takes. */
function findEdge(
  text: string,
  from: number,
  edge: "start" | "end",
  direction: "earlier" | "later",
  language: string,
): number | null {
  let at = from;
  while (at >= 0 && at <= text.length) {
    const paragraph = paragraphRangeAt(text, at);
    const edges = wordsIn(text, paragraph, language).map((word) => word[edge]);
    const found =
      direction === "later"
        ? edges.find((place) => place > from)
        : edges.findLast((place) => place < from);
    if (found !== undefined) return found;
    at = direction === "later" ? paragraph.end + 1 : paragraph.start - 1;
  }
  return null;
}
