import { memo, useMemo } from "react";

import { assignLanes } from "@/lib/domain/spans/assign-lanes";
import { segmentText } from "@/lib/domain/spans/segment-text";
import type { TextRange } from "@/lib/domain/spans/span";
import { CodePointIndex } from "@/lib/domain/text/code-points";
import type { FamilyStyle } from "@/components/codebook/tag-style";
import type { Paragraph } from "./cut-sections";
import { markStyle } from "./mark-style";
import { type Look, PieceKeeper } from "./piece-keeper";

/** A span as drawn; the draft, which has no tag yet, is drawn as well. */
export type DrawnSpan = TextRange & { id: string; tagId: string | null };

type MarkedParagraphProps = {
  paragraph: Paragraph;
  /** The spans that reach into the paragraph, in text order. */
  spans: readonly DrawnSpan[];
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
};

/** One paragraph, cut into flat pieces. Drawn again only when its own spans change. */
export const MarkedParagraph = memo(function MarkedParagraph({
  paragraph,
  spans,
  selectedId,
  styles,
}: MarkedParagraphProps) {
  const { text } = paragraph;
  const length = paragraph.end - paragraph.start;
  // Where each code point is one unit, text can be cut without counting.
  const index = useMemo(
    () => (length === text.length ? text : new CodePointIndex(text)),
    [text, length],
  );
  const pieces = useMemo(() => new PieceKeeper(index), [index]);
  if (spans.length === 0) return text;
  const lanes = assignLanes(spans);
  const nLanes = Math.max(...lanes.values()) + 1;
  const clipped = spans.map((span) => ({
    span,
    start: Math.max(0, span.start - paragraph.start),
    end: Math.min(length, span.end - paragraph.start),
  }));
  const linesOf = (covering: readonly { span: DrawnSpan }[]) =>
    covering.map(({ span }) => ({
      lane: lanes.get(span.id) ?? 0,
      style: span.tagId === null ? null : (styles.get(span.tagId) ?? null),
    }));

  return segmentText(length, clipped).map(({ start, end, spans: covering }) => {
    const look: Look = {
      ids: covering.map(({ span }) => span.id).join(" "),
      isSelected: covering.some(({ span }) => span.id === selectedId),
      style: covering.length === 0 ? null : markStyle(linesOf(covering), nLanes),
    };
    return pieces.draw(start, end, look);
  });
}, isSame);

function isSame(a: MarkedParagraphProps, b: MarkedParagraphProps): boolean {
  return (
    a.paragraph === b.paragraph &&
    a.styles === b.styles &&
    isSameList(a.spans, b.spans) &&
    selectionIn(a) === selectionIn(b)
  );
}

function selectionIn({ spans, selectedId }: MarkedParagraphProps): string | null {
  return spans.some(({ id }) => id === selectedId) ? selectedId : null;
}

export function isSameList(a: readonly DrawnSpan[], b: readonly DrawnSpan[]): boolean {
  return a === b || (a.length === b.length && a.every((span, at) => span === b[at]));
}
