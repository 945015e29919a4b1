import type { TextRange } from "../spans/span";
import { isObject, textAt } from "./read-json";

/** What a target's selectors say of its place. */
export type Selected = {
  place: TextRange | null;
  quote: string | null;
  prefix: string;
  suffix: string;
  /** Of a FragmentSelector. */
  fragment: string | null;
};

const deepest = 10;

/** What a target's selectors say together: one, a list, or some that refine others. */
export function readSelectors(selector: unknown): Selected {
  const selected: Selected = { place: null, quote: null, prefix: "", suffix: "", fragment: null };
  collect(selector, selected, deepest);
  return selected;
}

function collect(selector: unknown, into: Selected, depth: number): void {
  if (depth === 0) return;
  if (Array.isArray(selector)) {
    for (const one of selector as readonly unknown[]) collect(one, into, depth - 1);
    return;
  }
  if (!isObject(selector)) return;
  const type = (textAt(selector, "type") ?? textAt(selector, "@type") ?? "").replace(/^oa:/, "");
  const { start, end } = selector;
  if (type === "TextPositionSelector" && typeof start === "number" && typeof end === "number") {
    into.place = { start, end };
  } else if (type === "TextQuoteSelector") {
    into.quote = textAt(selector, "exact");
    into.prefix = textAt(selector, "prefix") ?? "";
    into.suffix = textAt(selector, "suffix") ?? "";
  } else if (type === "FragmentSelector") {
    into.fragment = textAt(selector, "value");
  }
  collect(selector.refinedBy, into, depth - 1);
}
