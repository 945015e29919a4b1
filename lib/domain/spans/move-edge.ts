import type { TextRange } from "./span";
import type { CodePointIndex } from "../text/code-points";
import { trimRange } from "../text/trim-range";

const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The span's place with one edge moved by a word, with its quote; null where there is no further
 * word or nothing would be left. Code points in and out; linear in the segment.
 */
export function moveEdge(
  index: CodePointIndex,
  span: TextRange,
  edge: "start" | "end",
  direction: "earlier" | "later",
): (TextRange & { quote: string }) | null {
  const { text } = index;
  const range = { start: index.toUtf16(span.start), end: index.toUtf16(span.end) };
  const edges = [...words.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index: at, segment }) => (edge === "start" ? at : at + segment.length));
  const now = range[edge];
  const next =
    direction === "later" ? edges.find((at) => at > now) : edges.findLast((at) => at < now);
  if (next === undefined) return null;
  const moved = { ...range, [edge]: next };
  const trimmed = moved.start < moved.end ? trimRange(text, moved) : null;
  if (!trimmed) return null;
  return {
    start: index.toCodePoint(trimmed.start),
    end: index.toCodePoint(trimmed.end),
    quote: text.slice(trimmed.start, trimmed.end),
  };
}
