import type { SegmentName, Span } from "../spans/span";
import { nextGrapheme } from "../text/graphemes";
import { type Snapping, unitRangeAt } from "../text/snap-range";
import { wordAtCaret } from "../text/words";
import type { ReadingContext } from "./check-operation";

export type SpokenUnit = Snapping;
export type SpokenPlace = {
  what: "text" | "space" | "end";
  /** Empty unless it is text. */
  text: string;
  /** Of the spans there, each once, in text order. */
  tagIds: readonly string[];
};

/**
 * What a listener needs to hear where the caret stands: the unit that follows it, or the word that
 * ends there, then the tags of the spans there. UTF-16 offset. Linear in the paragraph and in the spans.
 */
export function spokenPlace(
  { texts, language }: Pick<ReadingContext, "texts" | "language">,
  place: { segment: SegmentName; offset: number },
  unit: SpokenUnit,
  spans: readonly Span[],
): SpokenPlace {
  const index = texts[place.segment];
  const { text } = index;
  if (place.offset >= text.length) return { what: "end", text: "", tagIds: [] };
  const character = { start: place.offset, end: nextGrapheme(text, place.offset) };
  // By words, some systems' carets stop behind one instead of before the next.
  const word = unit === "word" ? wordAtCaret(text, place.offset, language) : null;
  const range = word ?? unitRangeAt(text, place.offset, unit, language) ?? character;
  const said = text.slice(range.start, range.end).trim();
  const at = index.toCodePoint(range.start);
  const end = index.toCodePoint(range.end);
  const tagIds = spans
    .filter((span) => span.segment === place.segment && span.start < end && at < span.end)
    .map(({ tagId }) => tagId);
  return { what: said === "" ? "space" : "text", text: said, tagIds: [...new Set(tagIds)] };
}
