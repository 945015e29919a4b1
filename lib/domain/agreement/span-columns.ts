import type { Attributes } from "../spans/span";

/** What of a span counts. */
export type CountedSpan = {
  segment: "title" | "body";
  start: number;
  end: number;
  tagId: string;
  attributes?: Attributes;
};

/** Places of a codebook's tags and families. */
export type TagPlaces = {
  tagAt: ReadonlyMap<string, number>;
  /** Place of the family by place of the tag. */
  familyOf: Int32Array;
};

/** Inserting is fastest for the few spans that most layers have, and slow for many. */
const mostInserted = 100;

/** Spans in columns: an annotator's spans of one family stand together, by start, then end. */
export class SpanColumns {
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  tags = new Int32Array(0);
  families = new Int32Array(0);
  /** The attributes of the rows, where they are asked for. */
  readonly attributes: (Attributes | undefined)[] = [];
  keepsAttributes = false;

  /** Makes room for rows; what stood there is gone. */
  reserve(nRows: number): void {
    if (this.starts.length >= nRows) return;
    this.starts = new Int32Array(2 * nRows);
    this.ends = new Int32Array(2 * nRows);
    this.tags = new Int32Array(2 * nRows);
    this.families = new Int32Array(2 * nRows);
  }

  /**
   * Puts the spans of a layer's body behind row `from` and returns the row after the last one.
   * Spans of unknown tags are left out. Cost: O(s log s).
   */
  fill(from: number, spans: readonly CountedSpan[], places: TagPlaces): number {
    const { starts, ends, tags, families, attributes, keepsAttributes } = this;
    const { tagAt, familyOf } = places;
    const ordered = spans.length > mostInserted ? inOrder(spans, places) : spans;
    let next = from;
    for (let i = 0; i < ordered.length; i += 1) {
      const span = ordered[i]!;
      const { segment, start, end, tagId } = span;
      const tag = segment === "body" ? tagAt.get(tagId) : undefined;
      if (tag === undefined) continue;
      const family = familyOf[tag]!;
      let at = next;
      while (at > from) {
        const before = at - 1;
        const order = families[before]! - family || starts[before]! - start || ends[before]! - end;
        if (order <= 0) break;
        families[at] = families[before]!;
        starts[at] = starts[before]!;
        ends[at] = ends[before]!;
        tags[at] = tags[before]!;
        if (keepsAttributes) attributes[at] = attributes[before];
        at = before;
      }
      families[at] = family;
      starts[at] = start;
      ends[at] = end;
      tags[at] = tag;
      if (keepsAttributes) attributes[at] = span.attributes;
      next += 1;
    }
    return next;
  }
}

function inOrder(spans: readonly CountedSpan[], { tagAt, familyOf }: TagPlaces): CountedSpan[] {
  const familyAt = ({ tagId }: CountedSpan) => familyOf[tagAt.get(tagId) ?? 0]!;
  return [...spans].sort((a, b) => familyAt(a) - familyAt(b) || a.start - b.start || a.end - b.end);
}
