import type { SegmentName, Span } from "../spans/span";
import type { CodePointIndex } from "../text/code-points";
import { nextGrapheme } from "../text/graphemes";
import { paragraphs, sentences, wordRangeAt } from "../text/words";

export type SpokenUnit = "character" | "word" | "sentence" | "paragraph";

/**
 * What a listener needs to hear where the caret stands: the unit that follows it, then the tags
 * of the spans there. UTF-16 offset. Linear in the segment for sentences and paragraphs.
 */
export function spokenPlace(
  index: CodePointIndex,
  place: { segment: SegmentName; offset: number },
  unit: SpokenUnit,
  spans: readonly Span[],
  nameOf: (tagId: string) => string,
): string {
  const { text } = index;
  if (place.offset >= text.length) return "End of text";
  const range = unitAt(text, place.offset, unit);
  const said = text.slice(range.start, range.end).trim();
  const at = index.toCodePoint(range.start);
  const end = index.toCodePoint(range.end);
  const tags = spans
    .filter((span) => span.segment === place.segment && span.start < end && at < span.end)
    .map(({ tagId }) => nameOf(tagId));
  return `${said === "" ? "Space" : said}${tags.length > 0 ? `, marked ${[...new Set(tags)].join(", ")}` : ""}`;
}

function unitAt(text: string, offset: number, unit: SpokenUnit) {
  const character = { start: offset, end: nextGrapheme(text, offset) };
  if (unit === "character") return character;
  if (unit === "word") return wordRangeAt(text, offset) ?? character;
  const units = unit === "sentence" ? sentences(text) : paragraphs(text);
  return units.find(({ start, end }) => start <= offset && offset < end) ?? character;
}
