import { v7 as uuidv7 } from "uuid";

import { readCaret } from "@/lib/client/text-selection";
import { mergeSpans, splitSpan } from "@/lib/domain/annotation/compose-edits";
import { moveEdge } from "@/lib/domain/spans/move-edge";
import type { Workspace } from "./use-workspace";

// What can be done to the selected span by a command; each does nothing where it makes no sense.

export function resizeSelected(edge: "start" | "end", direction: "earlier" | "later") {
  return ({ selected, isReadOnly, layer, snapping, perform }: Workspace) => {
    if (!selected || isReadOnly) return;
    const { texts, language } = layer.context;
    const unit = snapping === "character" ? "character" : "word";
    const moved = moveEdge(texts[selected.segment], selected, edge, direction, language, unit);
    const { id: spanId, revision: baseRevision } = selected;
    if (moved) perform({ kind: "resize", spanId, baseRevision, ...moved }, "edgeMoved");
  };
}

export function removeSelected({ selected, isReadOnly, perform }: Workspace): void {
  if (!selected || isReadOnly) return;
  const { id, revision, quote } = selected;
  perform({ kind: "remove", spanId: id, baseRevision: revision }, "removed", { quote });
}

/** Splits at the caret. */
export function splitSelected({ selected, isReadOnly, layer, perform }: Workspace): void {
  const caret = readCaret(window.getSelection());
  if (!selected || isReadOnly || caret?.segment !== selected.segment) return;
  const index = layer.context.texts[selected.segment];
  const changes = splitSpan(index, selected, index.toCodePoint(caret.offset), uuidv7());
  if (changes) perform(changes, "split");
}

/** Merges with the next span of the same tag, if that is in the same paragraph. */
export function mergeSelected({ selected, isReadOnly, layer, perform, refuse }: Workspace): void {
  if (!selected || isReadOnly) return;
  const later = layer.spans.slice(layer.spans.indexOf(selected) + 1);
  const next = later.find(({ tagId }) => tagId === selected.tagId);
  const index = layer.context.texts[selected.segment];
  const isNear =
    next?.segment === selected.segment &&
    !index.slice(selected.start, Math.max(selected.end, next.end)).includes("\n");
  const changes = next && isNear ? mergeSpans(index, selected, next) : null;
  if (changes) perform(changes, "merged");
  else refuse("nothingToMerge");
}

export function pasteAttributes({ selected, copied, isReadOnly, perform }: Workspace): void {
  if (!selected || !copied || isReadOnly) return;
  const { id: spanId, revision: baseRevision } = selected;
  perform({ kind: "annotate", spanId, baseRevision, attributes: copied }, "attributesPasted");
}
