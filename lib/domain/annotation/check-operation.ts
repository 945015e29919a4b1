import { type AttributeProblem, checkAttributes } from "../codebook/check-attributes";
import { type Codebook, familyOf, isRetiredTag } from "../codebook/codebook";
import type { Problem } from "../problem";
import { checkSpan, type SpanProblem } from "../spans/check-span";
import { linksOf } from "../spans/links";
import { type Attributes, overlaps, type SegmentName, type Span } from "../spans/span";
import type { CodePointIndex } from "../text/code-points";
import { spansOfTag } from "./edited-layer";
import type { Layer } from "./layer";
import type { Operation } from "./operation";

export type OperationProblem =
  | SpanProblem
  | AttributeProblem
  | Problem<"unknown_tag" | "retired_tag" | "bad_link" | "same_tag_overlap">;

/** A layer's context with the language it is read in (BCP 47; "und" when it isn't known). */
export type ReadingContext = LayerContext & { language: string };

/** What an operation is judged by: the immutable text and the layer's codebook version. */
export type LayerContext = {
  texts: Readonly<Record<SegmentName, CodePointIndex>>;
  codebook: Codebook;
};

/**
 * Why the operation may not be stored, or null. Says nothing about revisions: an operation on a
 * span that is gone or has moved on passes here, and `applyOperation` makes it a conflict.
 * Cost: linear in the spans of the tag, for the rule that it may not overlap itself; in the whole
 * layer the first time.
 */
export function checkOperation(
  { texts, codebook }: LayerContext,
  layer: Layer,
  operation: Operation,
): OperationProblem | null {
  if (operation.kind === "remove") return null;
  if (operation.kind === "add") {
    const { span } = operation;
    return (
      checkTag(codebook, span.tagId) ??
      checkSpan(texts[span.segment], span) ??
      checkAttributes(codebook, familyOf(codebook, span.tagId) ?? "", span.attributes) ??
      checkLinks(layer, span.id, span.attributes, {}) ??
      checkSelfOverlap(layer, span)
    );
  }
  const current = layer.get(operation.spanId);
  if (!current) return null;
  switch (operation.kind) {
    case "restore":
      return checkSelfOverlap(layer, current);
    case "retag":
      return (
        checkTag(codebook, operation.tagId) ??
        checkSelfOverlap(layer, { ...current, tagId: operation.tagId })
      );
    case "resize": {
      const { start, end, quote } = operation;
      return (
        checkSpan(texts[current.segment], operation) ??
        checkSelfOverlap(layer, { ...current, start, end, quote })
      );
    }
    case "annotate":
      return (
        checkAttributes(codebook, familyOf(codebook, current.tagId) ?? "", operation.attributes) ??
        checkLinks(layer, current.id, operation.attributes, current.attributes)
      );
  }
}

function checkTag(codebook: Codebook, tagId: string): OperationProblem | null {
  if (!familyOf(codebook, tagId)) {
    const detail = `The codebook of this article has no tag ${tagId}.`;
    return { code: "unknown_tag", detail, facts: { tag: tagId } };
  }
  if (!isRetiredTag(codebook, tagId)) return null;
  const detail = `${tagId} is retired: choose another tag.`;
  return { code: "retired_tag", detail, facts: { tag: tagId } };
}

/** A link that stood before stays, though its other end may be gone: whoever brings that back has both. */
function checkLinks(
  layer: Layer,
  spanId: string,
  attributes: Attributes,
  before: Attributes,
): OperationProblem | null {
  const standing = new Set(linksOf(before).map(({ kind, toSpanId }) => `${kind} ${toSpanId}`));
  for (const { kind, toSpanId } of linksOf(attributes)) {
    if (standing.has(`${kind} ${toSpanId}`)) continue;
    const target = layer.get(toSpanId);
    if (target && !target.isRemoved && toSpanId !== spanId) continue;
    const detail = "A link leads to another span of the same layer that still stands.";
    return { code: "bad_link", detail, facts: {} };
  }
  return null;
}

/** Rule R7 of the default codebook: one annotator's spans of one tag don't overlap. */
function checkSelfOverlap(layer: Layer, span: Omit<Span, "revision">): OperationProblem | null {
  const isClear = spansOfTag(layer, span.tagId).every(
    (other) =>
      other.isRemoved ||
      other.id === span.id ||
      other.segment !== span.segment ||
      !overlaps(other, span),
  );
  if (isClear) return null;
  return {
    code: "same_tag_overlap",
    detail: `This overlaps another ${span.tagId} span. Resize that one, or choose another tag.`,
    facts: { tag: span.tagId },
  };
}
