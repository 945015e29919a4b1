/** A stretch [start, end) of the continuum that an annotator put into a category. */
export type Unit = { start: number; end: number; category: string };

/** One text and what each annotator marked on it; an empty list means "looked, found nothing". */
export type Continuum = {
  begin: number;
  length: number;
  annotators: readonly (readonly Unit[])[];
};

/** A piece of the whole continuum as one annotator sees it; `category` null is a gap. */
export type Section = { start: number; end: number; category: string | null };

/**
 * Cuts the continuum into the given units and the gaps between them, in order. Null when two of
 * the units overlap, since they are then no partition. Touching units stay apart.
 * Cost: O(s log s).
 */
export function sectionsOf(
  { begin, length }: Pick<Continuum, "begin" | "length">,
  units: readonly Unit[],
): Section[] | null {
  const sections: Section[] = [];
  let at = begin;
  for (const { start, end, category } of [...units].sort((a, b) => a.start - b.start)) {
    if (start < at) return null;
    if (start > at) sections.push({ start: at, end: start, category: null });
    sections.push({ start, end, category });
    at = end;
  }
  if (at < begin + length) sections.push({ start: at, end: begin + length, category: null });
  return sections;
}

/** Visits the intersecting pairs of two partitions, in O(|a| + |b|). */
export function forEachIntersection(
  a: readonly Section[],
  b: readonly Section[],
  visit: (a: Section, b: Section, length: number) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i]!, b[j]!];
    const length = Math.min(one.end, other.end) - Math.max(one.start, other.start);
    if (length > 0) visit(one, other, length);
    if (one.end <= other.end) i += 1;
    if (other.end <= one.end) j += 1;
  }
}

/** Distinct categories in order of first use. */
export function categoriesIn({ annotators }: Continuum): string[] {
  return [...new Set(annotators.flat().map(({ category }) => category))];
}
