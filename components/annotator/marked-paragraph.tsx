import { memo, useMemo } from "react";

import { assignLanes } from "@/lib/domain/spans/assign-lanes";
import { segmentText } from "@/lib/domain/spans/segment-text";
import type { TextRange } from "@/lib/domain/spans/span";
import { CodePointIndex } from "@/lib/domain/text/code-points";
import { markStyle } from "./mark-style";
import type { FamilyStyle } from "@/components/codebook/tag-style";

/** A span as drawn; the draft, which has no tag yet, is drawn as well. */
export type DrawnSpan = TextRange & { id: string; tagId: string | null };

type MarkedParagraphProps = {
  text: string;
  /** Code points before this paragraph in its segment. */
  offset: number;
  /** The spans that reach into the paragraph, in text order. */
  spans: readonly DrawnSpan[];
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
};

/** One paragraph, cut into flat pieces. Drawn again only when its own spans change. */
export const MarkedParagraph = memo(function MarkedParagraph({
  text,
  offset,
  spans,
  selectedId,
  styles,
}: MarkedParagraphProps) {
  const index = useMemo(() => new CodePointIndex(text), [text]);
  const lanes = assignLanes(spans);
  const clipped = spans.map((span) => ({
    span,
    start: Math.max(0, span.start - offset),
    end: Math.min(index.length, span.end - offset),
  }));

  return segmentText(index.length, clipped).map(({ start, end, spans: covering }) => {
    const piece = index.slice(start, end);
    if (covering.length === 0) return <span key={start}>{piece}</span>;
    const ids = covering.map(({ span }) => span.id);
    return (
      <mark
        key={start}
        data-span-ids={ids.join(" ")}
        className={`rounded-xs bg-transparent text-inherit ${
          selectedId && ids.includes(selectedId) ? "outline-2 outline-accent" : ""
        }`}
        style={markStyle(
          covering.map(({ span }) => ({
            lane: lanes.get(span.id) ?? 0,
            style: span.tagId === null ? null : (styles.get(span.tagId) ?? null),
          })),
        )}
      >
        {piece}
      </mark>
    );
  });
}, isSame);

function isSame(a: MarkedParagraphProps, b: MarkedParagraphProps): boolean {
  return (
    a.text === b.text &&
    a.offset === b.offset &&
    a.styles === b.styles &&
    a.spans.length === b.spans.length &&
    a.spans.every((span, at) => span === b.spans[at]) &&
    selectionIn(a) === selectionIn(b)
  );
}

function selectionIn({ spans, selectedId }: MarkedParagraphProps): string | null {
  return spans.some(({ id }) => id === selectedId) ? selectedId : null;
}
