export type SegmentName = "title" | "body";

/** Half-open [start, end) in Unicode code points of one segment of an article. */
export type TextRange = { start: number; end: number };

export type AttributeValue = string | number;
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** One annotator's mark: where, what it says there, and what it was judged to be. */
export type Span = TextRange & {
  id: string;
  segment: SegmentName;
  /** Exactly the code points of the segment in [start, end). */
  quote: string;
  tagId: string;
  attributes: Attributes;
  /** 1 when added, one more with each change; an edit names the revision it was made on. */
  revision: number;
};

/** Text order: title before body, then start, then longer first, then id. A total order. */
export function compareSpans(
  a: TextRange & { segment: SegmentName; id: string },
  b: TextRange & { segment: SegmentName; id: string },
): number {
  if (a.segment !== b.segment) return a.segment === "title" ? -1 : 1;
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Whether two half-open ranges share at least one code point. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
