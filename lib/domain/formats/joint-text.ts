import type { SegmentName, TextRange } from "../spans/span";
import { CodePointIndex, countCodePoints } from "../text/code-points";

/** What formats with one text an article are given: title, an empty line, body. */
export const jointGap = "\n\n";

export type ArticleText = { title: string; body: string };

/** One text out of title and body; ranges count its code points. */
export class JointText {
  readonly index: CodePointIndex;
  private readonly titleEnd: number;
  private readonly bodyStart: number;

  /** @param gap what stands between title and body; null leaves the title out */
  constructor({ title, body }: ArticleText, gap: string | null = jointGap) {
    this.index = new CodePointIndex(gap === null ? body : title + gap + body);
    this.titleEnd = gap === null ? 0 : countCodePoints(title);
    this.bodyStart = gap === null ? 0 : this.titleEnd + countCodePoints(gap);
  }

  /** Where a segment's range is in the joint text. */
  fromSegment(segment: SegmentName, { start, end }: TextRange): TextRange {
    const shift = segment === "title" ? 0 : this.bodyStart;
    return { start: start + shift, end: end + shift };
  }

  /** The segment and range in it, or null for a range that isn't in one of them alone. */
  toSegment({ start, end }: TextRange): (TextRange & { segment: SegmentName }) | null {
    if (end <= this.titleEnd) return { segment: "title", start, end };
    if (start < this.bodyStart) return null;
    return { segment: "body", start: start - this.bodyStart, end: end - this.bodyStart };
  }
}
