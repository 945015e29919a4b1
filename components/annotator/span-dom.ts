import { v7 as uuidv7 } from "uuid";

import type { Span } from "@/lib/domain/spans/span";
import type { Draft } from "./use-selection";

export function newSpan({ segment, start, end, quote }: Draft, tagId: string) {
  return { id: uuidv7(), segment, start, end, quote, tagId, attributes: {} };
}

/** Asks a segment to draw the span with this id, which may be too far away to be drawn yet. */
export const spanWanted = "slantwise:span-wanted";

/** The first piece of a span, drawn if it wasn't. Not to be called while React renders. */
export function pieceOf(root: HTMLElement | null, id: string): Element | null {
  const find = () => root?.querySelector(`[data-span-ids~="${CSS.escape(id)}"]`) ?? null;
  const found = find();
  if (found) return found;
  for (const segment of root?.querySelectorAll("[data-segment]") ?? []) {
    segment.dispatchEvent(new CustomEvent(spanWanted, { detail: id }));
  }
  return find();
}

/** The span that a click means: the shortest there; clicking again goes on to the next longer. */
export function spanUnder(
  target: EventTarget,
  selectedId: string | null,
  spans: readonly Span[],
): string | null {
  const mark = target instanceof Element ? target.closest("[data-span-ids]") : null;
  if (!mark) return null;
  const ids = new Set(mark.getAttribute("data-span-ids")?.split(" "));
  const here = spans
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const at = here.findIndex(({ id }) => id === selectedId);
  return here[(at + 1) % Math.max(1, here.length)]?.id ?? null;
}
