import type { Layer, LayerSpan } from "./layer";
import { applyOperation, invertOperation, type Operation, spanIdOf } from "./operation";

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
 * The operation that undoes (or redoes) the latest step that can be, and the history after it. Steps
 * on spans that are not as this history left them are passed over and dropped: they were refused, or
 * somebody else has changed the span since. Null when there is none. Linear in the history.
 */
export function stepBack(
  history: History,
  direction: "undo" | "redo",
  layer: Layer,
  id: string,
): { operation: Operation; history: History } | null {
  const from = direction === "undo" ? history.done : history.undone;
  const left = latestSpans(history);
  const at = from.findLastIndex(({ operation }) => {
    const spanId = spanIdOf(operation);
    const revision = layer.get(spanId)?.revision;
    return revision !== undefined && revision === left.get(spanId)?.revision;
  });
  const step = from[at];
  const current = step && layer.get(spanIdOf(step.operation));
  if (!step || !current) return null;
  const operation = invertOperation(step.operation, step.before, current.revision, id);
  if (applyOperation(layer, operation).result === "conflict") return null;
  const rest = from.slice(0, at);
  const inverse: Step = { operation, before: current };
  return {
    operation,
    history:
      direction === "undo"
        ? { done: rest, undone: [...history.undone, inverse] }
        : { done: [...history.done, inverse], undone: rest },
  };
}

/** The history without its steps on these spans. */
export function withoutSpans(history: History, spanIds: ReadonlySet<string>): History {
  if (spanIds.size === 0) return history;
  const isOther = ({ operation }: Step) => !spanIds.has(spanIdOf(operation));
  return { done: history.done.filter(isOther), undone: history.undone.filter(isOther) };
}

/**
 * Whether `layer` was read before all steps of the history had reached the server: a span is not as
 * the steps left it, though none of them still waits. Of a removal nothing is left to tell it by.
 * True as well where another device has taken such a span away since. Linear in the history.
 */
export function isBehind(
  layer: Layer,
  { done, undone }: History,
  waiting: readonly Pick<Operation, "id">[],
): boolean {
  const ids = new Set(waiting.map(({ id }) => id));
  const isSent = ({ operation }: Step) => !ids.has(operation.id);
  const sent = latestSpans({ done: done.filter(isSent), undone: undone.filter(isSent) });
  return [...sent.values()].some(
    (span) => !span.isRemoved && (layer.get(span.id)?.revision ?? 0) < span.revision,
  );
}

/**
 * `layer` with the removed spans that the history knows and the server no longer sends, so that a
 * removal can be undone after a reload. Linear in the history.
 */
export function withRemovedSpans(layer: Layer, history: History): Layer {
  const known = new Map(layer);
  for (const [spanId, span] of latestSpans(history)) {
    // One that somebody else took away isn't ours to bring back.
    if (span.isRemoved && !layer.has(spanId)) known.set(spanId, span);
  }
  return known;
}

/**
 * `layer` with what the history did to it since it was read, where nobody can be asked for a newer
 * one. Linear in the history.
 */
export function catchUp(layer: Layer, history: History): Layer {
  const known = new Map(layer);
  for (const [spanId, span] of latestSpans(history)) {
    if ((layer.get(spanId)?.revision ?? 0) < span.revision) known.set(spanId, span);
  }
  return known;
}

/** Each span that the history touched, as its latest step left it. */
function latestSpans({ done, undone }: History): Map<string, LayerSpan> {
  const latest = new Map<string, LayerSpan>();
  for (const { operation, before } of [...done, ...undone]) {
    const spanId = spanIdOf(operation);
    const outcome = applyOperation(new Map(before ? [[spanId, before]] : []), operation);
    if (outcome.result !== "applied") continue;
    const after = outcome.layer.get(spanId);
    const known = latest.get(spanId);
    if (after && (!known || known.revision < after.revision)) latest.set(spanId, after);
  }
  return latest;
}
