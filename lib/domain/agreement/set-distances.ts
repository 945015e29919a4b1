/** A set of tags as a list without repeats; the order means nothing. */
export type TagSet = readonly (string | number)[];

/** Equal for equal sets: what `coincidencesOf` tells set values apart by. */
export function tagSetKey(set: TagSet): string {
  return JSON.stringify([...set].sort());
}

/** 0 for equal sets, 1 for any others. */
export function nominalSetDistance(a: TagSet, b: TagSet): number {
  return tagSetKey(a) === tagSetKey(b) ? 0 : 1;
}

/** 1 − |A ∩ B| / |A ∪ B|; two empty sets are the same. */
export function jaccardDistance(a: TagSet, b: TagSet): number {
  const { shared, union } = overlapOf(a, b);
  return union === 0 ? 0 : 1 - shared / union;
}

/**
 * MASI distance: 1 − Jaccard · monotonicity, where monotonicity is 1 for equal sets, .67 when one
 * contains the other, .33 when they only overlap and 0 when they don't.
 *
 * Used as δ² itself, without squaring. The weights are NLTK's rounded ones, not 2/3 and 1/3.
 * Source: R. Passonneau, "Measuring Agreement on Set-valued Items" (2006).
 */
export function masiDistance(a: TagSet, b: TagSet): number {
  const { shared, union } = overlapOf(a, b);
  if (union === 0) return 0;
  const [sizeA, sizeB] = [new Set(a).size, new Set(b).size];
  let monotonicity = 0;
  if (shared === union) monotonicity = 1;
  else if (shared === Math.min(sizeA, sizeB)) monotonicity = 0.67;
  else if (shared > 0) monotonicity = 0.33;
  // An empty set is contained in any other, yet shares nothing with it.
  return 1 - (shared / union) * monotonicity;
}

function overlapOf(a: TagSet, b: TagSet): { shared: number; union: number } {
  const inA = new Set(a);
  const inB = new Set(b);
  let shared = 0;
  for (const tag of inA) if (inB.has(tag)) shared += 1;
  return { shared, union: inA.size + inB.size - shared };
}
