import type { Attributes, Span, TextRange } from "../spans/span";
import { withSpan } from "./edited-layer";
import type { Layer, LayerSpan } from "./layer";

type Base = {
  /** Made by the client; the server stores an operation once per id, so a resend is harmless. */
  id: string;
};
type OnSpan = Base & { spanId: string; baseRevision: number };

/** One change to one annotator's layer. An edit applies only to the revision its author saw. */
export type Operation =
  | (Base & {
      kind: "add";
      baseRevision: 0;
      span: Omit<Span, "revision">;
      /** The span of an older version of the article that this one was carried over from. */
      carriedFrom?: string;
    })
  | (OnSpan & { kind: "remove" })
  | (OnSpan & { kind: "restore" })
  | (OnSpan & { kind: "retag"; tagId: string })
  | (OnSpan & TextRange & { kind: "resize"; quote: string })
  | (OnSpan & { kind: "annotate"; attributes: Attributes });

export type ApplyResult =
  | { result: "applied"; layer: Layer; revision: number }
  | { result: "conflict"; current: LayerSpan | null };

/** The id of the span an operation is about. */
export function spanIdOf(operation: Operation): string {
  return operation.kind === "add" ? operation.span.id : operation.spanId;
}

/**
 * `layer` after one operation, or a conflict carrying what is there instead.
 * Removed spans conflict with everything but `restore`; `restore` conflicts with a present span.
 */
export function applyOperation(layer: Layer, operation: Operation): ApplyResult {
  const current = layer.get(spanIdOf(operation)) ?? null;
  if (operation.kind === "add") {
    if (current) return { result: "conflict", current };
    return applied(layer, { ...operation.span, revision: 1, isRemoved: false });
  }
  if (!current || current.revision !== operation.baseRevision) {
    return { result: "conflict", current };
  }
  if (current.isRemoved !== (operation.kind === "restore")) return { result: "conflict", current };
  return applied(layer, { ...edited(current, operation), revision: current.revision + 1 });
}

function applied(layer: Layer, span: LayerSpan): ApplyResult {
  return { result: "applied", layer: withSpan(layer, span), revision: span.revision };
}

function edited(span: LayerSpan, operation: Exclude<Operation, { kind: "add" }>): LayerSpan {
  switch (operation.kind) {
    case "remove":
      return { ...span, isRemoved: true };
    case "restore":
      return { ...span, isRemoved: false };
    case "retag":
      return { ...span, tagId: operation.tagId };
    case "resize":
      return { ...span, start: operation.start, end: operation.end, quote: operation.quote };
    case "annotate":
      return { ...span, attributes: operation.attributes };
  }
}

/** The layer that a log describes; operations that conflict change nothing. Linear in the log. */
export function foldOperations(operations: readonly Operation[], from: Layer = new Map()): Layer {
  return operations.reduce<Layer>((layer, operation) => {
    const outcome = applyOperation(layer, operation);
    return outcome.result === "applied" ? outcome.layer : layer;
  }, from);
}

/**
 * The operation that undoes `operation`, to be appended after it.
 * @param before the span as it was before `operation`; absent for an add
 * @param baseRevision the revision that applying `operation` produced
 * @throws {RangeError} if `before` is missing for an edit
 */
export function invertOperation(
  operation: Operation,
  before: LayerSpan | undefined,
  baseRevision: number,
  id: string,
): Operation {
  const spanId = spanIdOf(operation);
  if (operation.kind === "add") return { id, kind: "remove", spanId, baseRevision };
  if (!before) throw new RangeError(`undoing ${operation.kind} needs the span as it was`);
  switch (operation.kind) {
    case "remove":
      return { id, kind: "restore", spanId, baseRevision };
    case "restore":
      return { id, kind: "remove", spanId, baseRevision };
    case "retag":
      return { id, kind: "retag", spanId, baseRevision, tagId: before.tagId };
    case "resize":
      return {
        id,
        kind: "resize",
        spanId,
        baseRevision,
        start: before.start,
        end: before.end,
        quote: before.quote,
      };
    case "annotate":
      return { id, kind: "annotate", spanId, baseRevision, attributes: before.attributes };
  }
}
