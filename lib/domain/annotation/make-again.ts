import type { NewOperation } from "./compose-edits";
import type { LayerSpan } from "./layer";
import type { Operation } from "./operation";

/**
 * The change once more, on top of what came before it: for an edit that lost a race and whose
 * author, having seen the other version, still wants it. Null where it makes no sense any more: the
 * span is gone, was removed meanwhile, or is as the author wanted it already.
 */
export function makeAgain(operation: Operation, current: LayerSpan | null): NewOperation | null {
  if (!current || operation.kind === "add") return null;
  if (current.isRemoved !== (operation.kind === "restore")) return null;
  const { id: _replaced, ...change } = operation;
  if (change.kind === "retag" && change.tagId === current.tagId) return null;
  const isInPlace =
    change.kind === "resize" && change.start === current.start && change.end === current.end;
  return isInPlace ? null : { ...change, baseRevision: current.revision };
}
