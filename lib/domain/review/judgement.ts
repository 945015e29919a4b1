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
export function judgementOf({ tagId, attributes }: ReviewMember): string {
  const compared = Object.entries(attributes)
    .filter(([id]) => !remarks.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([tagId, compared]);
}
