import type { Attributes } from "../spans/span";
import type { NewOperation } from "./compose-edits";
import type { LayerSpan } from "./layer";
import type { Operation } from "./operation";

/**
 * The change once more, on top of what came before it: for an edit that lost a race and whose
 * author, having seen the other version, still wants it. Of attributes only those that its author
 * changed; the others stay as they are there. Null where it makes no sense any more: the span is
 * gone, was removed meanwhile, or is as the author wanted it already.
 * @param before the span as its author had it, if that is known
 */
export function makeAgain(
  operation: Operation,
  current: LayerSpan | null,
  before?: LayerSpan,
): NewOperation | null {
  if (!current || operation.kind === "add") return null;
  if (current.isRemoved !== (operation.kind === "restore")) return null;
  const { id: _replaced, ...change } = operation;
  const baseRevision = current.revision;
  switch (change.kind) {
    case "retag":
      return change.tagId === current.tagId ? null : { ...change, baseRevision };
    case "resize":
      return change.start === current.start && change.end === current.end
        ? null
        : { ...change, baseRevision };
    case "annotate": {
      const changed = changedAttributes(change.attributes, before);
      const attributes = withChanges(current.attributes, changed);
      const isSame = [...changed].every(
        ([id, value]) => (current.attributes[id] ?? null) === value,
      );
      return isSame ? null : { ...change, attributes, baseRevision };
    }
    case "remove":
    case "restore":
      return { ...change, baseRevision };
  }
}

/** What an author gave other values, null where they took one away. All of them if `before` isn't known. */
export function changedAttributes(
  attributes: Attributes,
  before: LayerSpan | undefined,
): Map<string, Attributes[string] | null> {
  const old = before?.attributes ?? {};
  const ids = new Set([...Object.keys(old), ...Object.keys(attributes)]);
  return new Map(
    [...ids]
      .filter((id) => attributes[id] !== old[id])
      .map((id) => [id, attributes[id] ?? null] as const),
  );
}

function withChanges(
  attributes: Attributes,
  changed: ReadonlyMap<string, Attributes[string] | null>,
): Attributes {
  const kept = Object.entries(attributes).filter(([id]) => !changed.has(id));
  const set = [...changed].flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]));
  return Object.fromEntries([...kept, ...set]);
}
