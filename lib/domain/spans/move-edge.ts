import type { TextRange } from "./span";
import type { CodePointIndex } from "../text/code-points";
import { nextGrapheme, previousGrapheme } from "../text/graphemes";
import { trimRange } from "../text/trim-range";
import { paragraphRangeAt, wordsIn } from "../text/words";

/**
 * The span's place with one edge moved by a word of the language, or by a character as readers see
 * it, with its quote; null where there is no further one or nothing would be left. Code points in and out; linear in the paragraphs
 * that are looked through, which is one or two.
 */
export function moveEdge(
  index: CodePointIndex,
  span: TextRange,
  edge: "start" | "end",
  direction: "earlier" | "later",
  language = "und",
  unit: "character" | "word" = "word",
): (TextRange & { quote: string }) | null {
  const { text } = index;
  const range = { start: index.toUtf16(span.start), end: index.toUtf16(span.end) };
  const next =
    unit === "word"
      ? findEdge(text, range[edge], edge, direction, language)
      : findCharacter(text, range[edge], direction);
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

/** The nearest boundary beyond `from` that isn't behind or before white space alone. */
function findCharacter(text: string, from: number, direction: "earlier" | "later"): number | null {
  let at = from;
  for (;;) {
    const next = direction === "later" ? nextGrapheme(text, at) : previousGrapheme(text, at);
    if (next === at) return null;
    if (/\S/.test(text.slice(Math.min(at, next), Math.max(at, next)))) return next;
    at = next;
  }
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
