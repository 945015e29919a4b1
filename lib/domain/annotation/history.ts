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
