import { overlaps, type TextRange } from "@/lib/domain/spans/span";

/** Spans and, for each section, those that reach into it, in their order. */
export type Buckets<S extends TextRange> = {
  spans: readonly S[];
  bySection: readonly (readonly S[])[];
};

/**
 * The spans that reach into each section. Linear for spans in text order; one that isn't costs a
 * walk over the sections.
 */
export function spansBySection<S extends TextRange>(
  sections: readonly TextRange[],
  spans: readonly S[],
): Buckets<S> {
  const bySection = sections.map((): S[] => []);
  let first = 0;
  let latest = 0;
  for (const span of spans) {
    if (span.start < latest) first = 0;
    latest = span.start;
    while ((sections[first]?.end ?? Infinity) <= latest) first += 1;
    for (let at = first; (sections[at]?.start ?? Infinity) < span.end; at++) {
      bySection[at]?.push(span);
    }
  }
  return { spans, bySection };
}

/**
 * The same, where most spans are as they were `before` in the same sections: a section that none of
 * the others touches keeps its very list, so that it isn't drawn again.
 */
export function spansBySectionAfter<S extends TextRange>(
  before: Buckets<S>,
  sections: readonly TextRange[],
  spans: readonly S[],
): Buckets<S> {
  const changed = changedSpans(before.spans, spans);
  if (changed.length > mostChanges) return spansBySection(sections, spans);
  const bySection = sections.map((section, at) =>
    changed.some((span) => overlaps(span, section))
      ? spans.filter((span) => overlaps(span, section))
      : (before.bySection[at] ?? []),
  );
  return { spans, bySection };
}

/** A person's change touches one span or two; more are a layer read anew. */
const mostChanges = 8;

/** What lies between the first spans that are the same in both and the last ones. */
function changedSpans<S>(before: readonly S[], now: readonly S[]): S[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  const grown = now.length - before.length;
  let end = before.length;
  while (end > start && end + grown > start && before[end - 1] === now[end + grown - 1]) end -= 1;
  return [...before.slice(start, end), ...now.slice(start, end + grown)];
}
