import type { Layer, LayerSpan } from "./layer";
import { applyOperation, invertOperation, type Operation, spanIdOf } from "./operation";

/** An operation with the span as it was before it, which undoing needs. */
export type Step = {
  operation: Operation;
  before: LayerSpan | undefined;
  /** Steps of one stroke, such as a split, share it and are undone together; a lone step needs none. */
  stroke?: string;
};

/** What can be undone and redone; undoing appends inverse operations, nothing is erased. */
export type History = { done: readonly Step[]; undone: readonly Step[] };
export const emptyHistory: History = { done: [], undone: [] };

/** History after a new operation of the person: what was undone can't be redone any more. */
export function recordStep(
  history: History,
  layer: Layer,
  operation: Operation,
  stroke?: string,
): History {
  const before = layer.get(spanIdOf(operation));
  const step = { operation, before, ...(stroke === undefined ? {} : { stroke }) };
  return { done: [...history.done, step], undone: [] };
}

/**
 * The operations that undo (or redo) the latest stroke that can be, and the history after them.
 * Strokes on spans that are not as this history left them are passed over and dropped: they were
 * refused, or somebody else has changed a span since. Null when there is none. Linear in the history.
 */
export function stepBack(
  history: History,
  direction: "undo" | "redo",
  layer: Layer,
  newId: () => string,
): { operations: readonly Operation[]; history: History } | null {
  const from = direction === "undo" ? history.done : history.undone;
  const left = latestSpans(history);
  // Of a span that a stroke was passed over for, nothing earlier can be taken back either.
  const passedOver = new Set<string>();
  const isAsLeft = ({ operation }: Step) => {
    const spanId = spanIdOf(operation);
    const revision = layer.get(spanId)?.revision;
    const isSame = revision !== undefined && revision === left.get(spanId)?.revision;
    return isSame && !passedOver.has(spanId);
  };
  for (let end = from.length; end > 0;) {
    const start = startOfStroke(from, end);
    const steps = from.slice(start, end);
    const inverses = steps.every(isAsLeft) ? inverted(steps, layer, newId) : null;
    if (inverses) {
      const rest = from.slice(0, start);
      return {
        operations: inverses.map(({ operation }) => operation),
        history:
          direction === "undo"
            ? { done: rest, undone: [...history.undone, ...inverses] }
            : { done: [...history.done, ...inverses], undone: rest },
      };
    }
    for (const { operation } of steps) passedOver.add(spanIdOf(operation));
    end = start;
  }
  return null;
}

/** Where the stroke begins whose last step stands before `end`. */
function startOfStroke(steps: readonly Step[], end: number): number {
  const stroke = steps[end - 1]?.stroke;
  let start = end - 1;
  if (stroke === undefined) return start;
  while (steps[start - 1]?.stroke === stroke) start -= 1;
  return start;
}

/** Up to so many of the latest steps, and no part of a stroke. */
export function latestSteps(steps: readonly Step[], most: number): readonly Step[] {
  const [before, ...kept] = steps.slice(-most - 1);
  if (steps.length <= most || before === undefined) return steps;
  const stroke = before.stroke;
  if (stroke === undefined) return kept;
  const start = kept.findIndex((step) => step.stroke !== stroke);
  return start < 0 ? [] : kept.slice(start);
}

/** What takes the steps back, the last one first; null where one of them can't be. */
function inverted(steps: readonly Step[], layer: Layer, newId: () => string): Step[] | null {
  const inverses: Step[] = [];
  let now = layer;
  for (const step of steps.toReversed()) {
    const before = now.get(spanIdOf(step.operation));
    if (!before) return null;
    const operation = invertOperation(step.operation, step.before, before.revision, newId());
    const outcome = applyOperation(now, operation);
    if (outcome.result === "conflict") return null;
    now = outcome.layer;
    inverses.push({ ...step, operation, before });
  }
  return inverses;
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
