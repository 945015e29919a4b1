import { v7 as uuidv7 } from "uuid";

import type { Span } from "@/lib/domain/spans/span";
import type { Draft } from "./use-selection";

export function newSpan({ segment, start, end, quote }: Draft, tagId: string) {
  return { id: uuidv7(), segment, start, end, quote, tagId, attributes: {} };
}

/** Under which what is selected and waits for a tag is drawn. */
export const draftId = "draft";

/** Asks a segment to draw the span with this id, which may be too far away to be drawn yet. */
export const spanWanted = "slantwise:span-wanted";

/** The first piece of a span, drawn if it wasn't. Not to be called while React renders. */
export function pieceOf(root: HTMLElement | null, id: string): Element | null {
  const find = () => root?.querySelector(piecesOf(id)) ?? null;
  const found = find();
  if (found) return found;
  for (const segment of root?.querySelectorAll("[data-segment]") ?? []) {
    segment.dispatchEvent(new CustomEvent(spanWanted, { detail: id }));
  }
  return find();
}

/** The paragraph of an article that a node is in: it stays where what is in it is drawn anew. */
export function paragraphOf(node: Node | null | undefined): Element | null {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest("[data-segment] [dir=auto]") ?? null;
}

/** The box around all that is drawn of a span; null where nothing is. */
export function boxOf(root: HTMLElement | null, id: string): DOMRect | null {
  const pieces = [...(root?.querySelectorAll(piecesOf(id)) ?? [])];
  const [first, ...others] = pieces.map((piece) => piece.getBoundingClientRect());
  if (!first) return null;
  return others.reduce((box, { left, right, top, bottom }) => {
    const x = Math.min(box.left, left);
    const y = Math.min(box.top, top);
    return new DOMRect(x, y, Math.max(box.right, right) - x, Math.max(box.bottom, bottom) - y);
  }, first);
}

const piecesOf = (id: string) => `[data-span-ids~="${CSS.escape(id)}"]`;

/** Whether a point is of several spans, one of which is selected. */
export function isOnStack(target: EventTarget, selectedId: string | null): boolean {
  const ids = idsAt(target);
  return ids.length > 1 && selectedId !== null && ids.includes(selectedId);
}

/** Of all spans that a point is of. */
function idsAt(target: EventTarget): string[] {
  const mark = target instanceof Element ? target.closest("[data-span-ids]") : null;
  return mark?.getAttribute("data-span-ids")?.split(" ") ?? [];
}

/** The span that a click means: the shortest there; clicking again goes on to the next longer. */
export function spanUnder(
  target: EventTarget,
  selectedId: string | null,
  spans: readonly Span[],
): string | null {
  const ids = new Set(idsAt(target));
  const here = spans
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const at = here.findIndex(({ id }) => id === selectedId);
  return here[(at + 1) % Math.max(1, here.length)]?.id ?? null;
}
