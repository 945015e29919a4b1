import type { Attributes } from "./span";

const prefix = "link_";

/** A link from a span to another of the same layer: who relays it, what it is a claim of. */
export type SpanLink = { kind: string; toSpanId: string };

/** The attribute that holds the span's link of this kind: the other span's id. */
export function linkAttribute(kind: string): string {
  return `${prefix}${kind}`;
}

/** The kind of link that an attribute holds, or null for any other attribute. */
export function linkKindOf(attributeId: string): string | null {
  return attributeId.startsWith(prefix) ? attributeId.slice(prefix.length) : null;
}

export function linksOf(attributes: Attributes): SpanLink[] {
  return Object.entries(attributes).flatMap(([id, value]) => {
    const kind = linkKindOf(id);
    return kind === null ? [] : [{ kind, toSpanId: String(value) }];
  });
}

/** What is said of the span itself. Links name spans of one annotator, so nobody else shares them. */
export function withoutLinks(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([id]) => linkKindOf(id) === null));
}
