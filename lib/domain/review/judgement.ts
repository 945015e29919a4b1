import { linkKindOf } from "../spans/links";
import type { Attributes, SegmentName, TextRange } from "../spans/span";

export type ReviewMember = TextRange & {
  spanId: string;
  annotatorId: string;
  tagId: string;
  segment: SegmentName;
  quote: string;
  attributes: Attributes;
};

// Remarks to the reviewer, not judgements about the text.
const remarks = new Set(["confidence", "note", "proposed_tag"]);

/** What an annotator judged a span to be, equal for equal judgements; remarks don't count. */
export function judgementOf({
  tagId,
  attributes,
}: Pick<ReviewMember, "tagId" | "attributes">): string {
  const compared = Object.entries(attributes)
    .filter(([id]) => !remarks.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([tagId, compared]);
}

/**
 * Ids of attributes whose values aren't one, a missing value being a value. Remarks don't count, nor
 * do links, which name spans of one annotator.
 */
export function differingAttributes(all: readonly Attributes[]): string[] {
  const ids = [...new Set(all.flatMap((attributes) => Object.keys(attributes)))].sort();
  return ids.filter(
    (id) =>
      !remarks.has(id) &&
      linkKindOf(id) === null &&
      new Set(all.map((attributes) => attributes[id] ?? null)).size > 1,
  );
}
