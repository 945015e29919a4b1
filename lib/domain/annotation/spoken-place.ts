import type { SegmentName, Span } from "../spans/span";
import { nextGrapheme } from "../text/graphemes";
import { type Snapping, unitRangeAt } from "../text/snap-range";
import type { ReadingContext } from "./check-operation";

export type SpokenUnit = Snapping;

/**
 * What a listener needs to hear where the caret stands: the unit that follows it, then the tags
 * of the spans there. UTF-16 offset. Linear in the paragraph and in the spans.
 */
export function spokenPlace(
  { texts, language }: Pick<ReadingContext, "texts" | "language">,
  place: { segment: SegmentName; offset: number },
  unit: SpokenUnit,
  spans: readonly Span[],
  nameOf: (tagId: string) => string,
): string {
  const index = texts[place.segment];
  const { text } = index;
  if (place.offset >= text.length) return "End of text";
  const character = { start: place.offset, end: nextGrapheme(text, place.offset) };
  const range = unitRangeAt(text, place.offset, unit, language) ?? character;
  const said = text.slice(range.start, range.end).trim();
  const at = index.toCodePoint(range.start);
  const end = index.toCodePoint(range.end);
  const tags = spans
    .filter((span) => span.segment === place.segment && span.start < end && at < span.end)
    .map(({ tagId }) => nameOf(tagId));
  return `${said === "" ? "Space" : said}${tags.length > 0 ? `, marked ${[...new Set(tags)].join(", ")}` : ""}`;
}
