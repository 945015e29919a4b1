import {
  applyOperation,
  invertOperation,
  type Layer,
  type LayerSpan,
  type Operation,
  spanIdOf,
} from "./operation";

/** An operation with the span as it was before it, which undoing needs. */
export type Step = { operation: Operation; before: LayerSpan | undefined };

/** What can be undone and redone; undoing appends an inverse operation, nothing is erased. */
export type History = { done: readonly Step[]; undone: readonly Step[] };
export const emptyHistory: History = { done: [], undone: [] };

/** History after a new operation of the person: what was undone can't be redone any more. */
export function recordStep(history: History, layer: Layer, operation: Operation): History {
  const before = layer.get(spanIdOf(operation));
  return { done: [...history.done, { operation, before }], undone: [] };
}

/**
 * The operation that undoes (or redoes) the latest step, and the history after it.
 * Null when there is none, or when the layer has moved on so that it no longer applies.
 */
export function stepBack(
  history: History,
  direction: "undo" | "redo",
  layer: Layer,
  id: string,
): { operation: Operation; history: History } | null {
  const from = direction === "undo" ? history.done : history.undone;
  const step = from.at(-1);
  const current = step && layer.get(spanIdOf(step.operation));
  if (!step || !current) return null;
  const operation = invertOperation(step.operation, step.before, current.revision, id);
  if (applyOperation(layer, operation).result === "conflict") return null;
  const rest = from.slice(0, -1);
  const inverse: Step = { operation, before: current };
  return {
    operation,
    history:
      direction === "undo"
        ? { done: rest, undone: [...history.undone, inverse] }
        : { done: [...history.done, inverse], undone: rest },
  };
}

/**
 * Whether `layer` was read before the last step of the history reached the server: the step is not
 * in it, nor among the changes that still wait. Of a removal nothing is left to tell it by.
 */
export function isBehind(
  layer: Layer,
  { done }: History,
  waiting: readonly Pick<Operation, "id">[],
): boolean {
  const last = done.at(-1)?.operation;
  if (!last || last.kind === "remove" || waiting.some(({ id }) => id === last.id)) return false;
  return (layer.get(spanIdOf(last))?.revision ?? 0) <= last.baseRevision;
}

/**
 * `layer` with the removed spans that the history knows and the server no longer sends, so that a
 * removal can be undone after a reload. Linear in the history.
 */
export function withRemovedSpans(layer: Layer, { done, undone }: History): Layer {
  const known = new Map(layer);
  // Undone steps lie after the done ones in time, the last undone first.
  for (const { operation, before } of [...done, ...undone]) {
    const spanId = spanIdOf(operation);
    if (layer.has(spanId)) continue;
    const from = new Map(before ? [[spanId, before]] : []);
    const outcome = applyOperation(from, operation);
    if (outcome.result !== "applied") continue;
    const after = outcome.layer.get(spanId);
    const latest = known.get(spanId);
    if (after && (!latest || latest.revision < after.revision)) known.set(spanId, after);
  }
  for (const [spanId, span] of known) {
    // Somebody else took it away: there is nothing of ours to bring back.
    if (!layer.has(spanId) && !span.isRemoved) known.delete(spanId);
  }
  return known;
}
