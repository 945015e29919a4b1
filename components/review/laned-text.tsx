import { segmentText } from "@/lib/domain/spans/segment-text";
import { overlaps, type SegmentName, type TextRange } from "@/lib/domain/spans/span";
import type { CodePointIndex } from "@/lib/domain/text/code-points";
import { markClass, selectedMarkClass, markStyle } from "../annotator/mark-style";
import type { FamilyStyle } from "../codebook/tag-style";

/** A span of one version; the reviewer's own has no lane style, so that it stands out. */
export type LaneSpan = TextRange & {
  segment: SegmentName;
  lane: number;
  tagId: string;
  isOwn: boolean;
};

/** Pixels from one lane to the next, at most. */
const laneStep = 4;

type LanedTextProps = {
  index: CodePointIndex;
  /** What is shown, in code points. */
  range: TextRange;
  spans: readonly LaneSpan[];
  nLanes: number;
  styles: ReadonlyMap<string, FamilyStyle>;
  /** The lane whose spans stand between lines. */
  highlighted: number | null;
};

/** Text with a line under each span, at the height of its lane however many overlap. */
export function LanedText({ index, range, spans, nLanes, styles, highlighted }: LanedTextProps) {
  const clipped = spans
    .filter((span) => overlaps(span, range))
    .map((span) => ({
      span,
      start: Math.max(0, span.start - range.start),
      end: Math.min(range.end, span.end) - range.start,
    }));
  const pieces = segmentText(range.end - range.start, clipped);
  return (
    <span style={{ lineHeight: `calc(1.5em + ${(nLanes + 1) * laneStep}px)` }}>
      {pieces.map(({ start, end, spans: covering }) => {
        const text = index.slice(start + range.start, end + range.start);
        if (covering.length === 0) return <span key={start}>{text}</span>;
        const lines = covering.map(({ span }) => ({
          lane: span.lane,
          style: span.isOwn ? null : (styles.get(span.tagId) ?? null),
        }));
        const isOutlined = covering.some(({ span }) => span.lane === highlighted);
        return (
          <mark
            key={start}
            data-own={covering.some(({ span }) => span.isOwn) || undefined}
            className={isOutlined ? `${markClass} ${selectedMarkClass}` : markClass}
            style={markStyle(lines, nLanes)}
          >
            {text}
          </mark>
        );
      })}
    </span>
  );
}
