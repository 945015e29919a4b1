import type { Attributes } from "./span";

const prefix = "link_";

/** A link from a span to another of the same layer: who relays it, what it is a claim of. */
export type SpanLink = { kind: string; toSpanId: string };

/** The attribute that holds the span's links of this kind: the other spans' ids, spaces between. */
export function linkAttribute(kind: string): string {
  return `${prefix}${kind}`;
}

/** The kind of link that an attribute holds, or null for any other attribute. */
export function linkKindOf(attributeId: string): string | null {
  return attributeId.startsWith(prefix) ? attributeId.slice(prefix.length) : null;
}

/** The span's links, kind by kind; the same one twice counts once. */
export function linksOf(attributes: Attributes): SpanLink[] {
  return Object.entries(attributes).flatMap(([id, value]) => {
    const kind = linkKindOf(id);
    if (kind === null) return [];
    const spanIds = new Set(String(value).split(" ").filter(Boolean));
    return [...spanIds].map((toSpanId) => ({ kind, toSpanId }));
  });
}

/** Attributes that hold these links and nothing else; those of a kind in the order given. */
export function linkAttributes(links: readonly SpanLink[]): Record<string, string> {
  const byKind = new Map<string, Set<string>>();
  for (const { kind, toSpanId } of links) {
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(toSpanId));
  }
  return Object.fromEntries(
    [...byKind].map(([kind, spanIds]) => [linkAttribute(kind), [...spanIds].join(" ")]),
  );
}

/** What is said of the span itself. Links name spans of one annotator, so nobody else shares them. */
export function withoutLinks(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([id]) => linkKindOf(id) === null));
}
