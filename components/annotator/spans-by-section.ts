import { changeBetween } from "@/lib/domain/spans/list-change";
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
function spansBySectionAfter<S extends TextRange>(
  before: Buckets<S>,
  sections: readonly TextRange[],
  spans: readonly S[],
): Buckets<S> {
  const { start, gone, come } = changeBetween(before.spans, spans);
  if (gone.length + come.length > mostChanges) return spansBySection(sections, spans);
  const bySection = before.bySection.slice();
  const changed = [...gone, ...come];
  const reach = {
    start: Math.min(...changed.map((span) => span.start)),
    end: Math.max(...changed.map((span) => span.end)),
  };
  const first = sections.findIndex(({ end }) => end > reach.start);
  if (first < 0) return { spans, bySection };
  for (let at = first; (sections[at]?.start ?? Infinity) < reach.end; at++) {
    const isHere = (span: S) => overlaps(span, sections[at]!);
    const comeHere = come.filter(isHere);
    const nGoneHere = gone.filter(isHere).length;
    if (comeHere.length + nGoneHere === 0) continue;
    const known = bySection[at] ?? [];
    // Both lists are in the same order: what changed follows the latest one before it that is here.
    let latest = start - 1;
    while (latest >= 0 && !isHere(spans[latest]!)) latest -= 1;
    const place = latest < 0 ? 0 : known.lastIndexOf(spans[latest]!) + 1;
    bySection[at] = [...known.slice(0, place), ...comeHere, ...known.slice(place + nGoneHere)];
  }
  return { spans, bySection };
}

/** Remembers how spans lay, so that sorting them again after a person's change is quick. */
export class SpanSorter<S extends TextRange> {
  private latest: (Buckets<S> & { sections: readonly TextRange[] }) | null = null;

  /** The spans that reach into each section; its very list where nothing has changed. */
  sort(sections: readonly TextRange[], spans: readonly S[]): Buckets<S>["bySection"] {
    const { latest } = this;
    const buckets =
      latest?.sections === sections
        ? spansBySectionAfter(latest, sections, spans)
        : spansBySection(sections, spans);
    this.latest = { sections, ...buckets };
    return buckets.bySection;
  }
}

/** A person's change touches one span or two; more are a layer read anew. */
const mostChanges = 8;
