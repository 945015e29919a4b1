import { v7 as uuidv7 } from "uuid";

import type { Span } from "@/lib/domain/spans/span";
import type { Draft } from "./use-selection";

export function newSpan({ segment, start, end, quote }: Draft, tagId: string) {
  return { id: uuidv7(), segment, start, end, quote, tagId, attributes: {} };
}

/** The first drawn piece of a span. */
export function pieceOf(root: HTMLElement | null, id: string): Element | null {
  return root?.querySelector(`[data-span-ids~="${CSS.escape(id)}"]`) ?? null;
}

/** The span that a click means: the shortest there; clicking again goes on to the next longer. */
export function spanUnder(
  target: EventTarget,
  selectedId: string | null,
  spans: readonly Span[],
): string | null {
  const mark = target instanceof Element ? target.closest("[data-span-ids]") : null;
  const ids = mark?.getAttribute("data-span-ids")?.split(" ") ?? [];
  const here = spans
    .filter(({ id }) => ids.includes(id))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const at = here.findIndex(({ id }) => id === selectedId);
  return here[(at + 1) % Math.max(1, here.length)]?.id ?? null;
}
