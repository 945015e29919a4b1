import type { KeptProblem, Problem } from "../problem";
import type {} from "./check-layer";
import { checkOperation, type LayerContext, type OperationProblem } from "./check-operation";
import type { Layer, LayerSpan } from "./layer";
import { applyOperation, type Operation, spanIdOf } from "./operation";

/** Why an operation is rejected, by itself or where it is sent. */
export type RejectionProblem = OperationProblem | Problem<"not_editable" | "id_taken">;

export type Outcome = {
  result: "applied" | "conflict" | "rejected";
  /** Revision of the span after an applied operation. */
  revision: number | null;
  problem: KeptProblem | null;
};

export type Judgement = {
  operation: Operation;
  outcome: Outcome;
  /** Whether it is to be stored; a repeated or foreign id isn't. */
  isNew: boolean;
  /** The span as an applied new operation leaves it. */
  after: LayerSpan | null;
  /** What stands there instead, for a conflict. */
  current: LayerSpan | null;
};

type Circumstances = {
  context: LayerContext;
  layer: Layer;
  isEditable: boolean;
  isTakenSpanId: (spanId: string) => boolean;
  storedOutcome: (operationId: string) => Outcome | "foreign" | null;
};

/**
 * Decides a batch in order, each operation on the layer that those before it left.
 * A stored id keeps its stored outcome, also within the batch; one bad operation stops no other.
 */
export function judgeOperations(
  operations: readonly Operation[],
  circumstances: Circumstances,
): Judgement[] {
  let layer = circumstances.layer;
  const decided = new Map<string, Outcome>();
  /** Of spans with a refused operation, the revision that it was made on. */
  const refusedBases = new Map<string, number>();
  return operations.map((operation) => {
    const stored = decided.get(operation.id) ?? circumstances.storedOutcome(operation.id);
    const current = layer.get(spanIdOf(operation)) ?? null;
    const base = { operation, after: null, current };
    if (stored === "foreign") {
      const detail = "This operation id is taken. Give the change a new one.";
      const facts = { taken: "operation" };
      return { ...base, isNew: false, outcome: rejected({ code: "id_taken", detail, facts }) };
    }
    if (stored) return remember({ ...base, isNew: false, outcome: stored });

    const problem = findProblem(operation, circumstances, layer);
    if (problem) return remember({ ...base, isNew: true, outcome: rejected(problem) });
    const applied = applyOperation(layer, operation);
    if (applied.result === "conflict" || isBuiltOnRefused(operation)) {
      const outcome: Outcome = { result: "conflict", revision: null, problem: null };
      return remember({ ...base, isNew: true, outcome });
    }
    layer = applied.layer;
    const after = layer.get(spanIdOf(operation)) ?? null;
    const outcome: Outcome = { result: "applied", revision: applied.revision, problem: null };
    return remember({ ...base, isNew: true, after, outcome });
  });

  function remember(judgement: Judgement): Judgement {
    const { operation, outcome } = judgement;
    decided.set(operation.id, outcome);
    const spanId = spanIdOf(operation);
    const isFirst = outcome.result !== "applied" && !refusedBases.has(spanId);
    if (isFirst) refusedBases.set(spanId, operation.baseRevision);
    return judgement;
  }

  /**
   * Its author counted on an operation that was refused. Where the revision is the same all the same,
   * it is somebody else's, which the author hasn't seen.
   */
  function isBuiltOnRefused(operation: Operation): boolean {
    const refusedBase = refusedBases.get(spanIdOf(operation));
    return refusedBase !== undefined && operation.baseRevision > refusedBase;
  }
}

function findProblem(
  operation: Operation,
  { context, isEditable, isTakenSpanId }: Circumstances,
  layer: Layer,
): RejectionProblem | null {
  if (!isEditable) {
    const detail = "This article is submitted. Ask an admin to reopen it.";
    return { code: "not_editable", detail, facts: {} };
  }
  if (isTakenSpanId(spanIdOf(operation))) {
    const detail = "This span id is taken. Give the span a new one.";
    return { code: "id_taken", detail, facts: { taken: "span" } };
  }
  return checkOperation(context, layer, operation);
}

function rejected(problem: RejectionProblem): Outcome {
  return { result: "rejected", revision: null, problem };
}
