import { type Profiles, type RatingMatrix, sizeOf } from "./ratings";

/**
 * Krippendorff's coincidence matrix: `counts[c * k + d]` pairs (value c, value d) within units,
 * each unit of m ratings weighing m. Symmetric, and additive over units and articles.
 */
export type Coincidences<Value> = { values: readonly Value[]; counts: Float64Array };

/**
 * Coincidences of a rating matrix; units rated fewer than twice have no pair and drop out.
 * @param keyOf what makes two values the same; needed when values are sets.
 * Cost: O(units · min(m, k)²) for m ratings a unit and k distinct values.
 */
export function coincidencesOf<Value>(
  ratings: RatingMatrix<Value>,
  keyOf: (value: Value) => unknown = (value) => value,
): Coincidences<Value> {
  const index = new Map<unknown, number>();
  const values: Value[] = [];
  const pairable = ratings
    .map((row) => row.filter((value) => value !== null))
    .filter((row) => row.length > 1);
  for (const value of pairable.flat()) {
    const key = keyOf(value);
    if (!index.has(key)) {
      index.set(key, values.length);
      values.push(value);
    }
  }
  const counts = new Float64Array(values.length ** 2);
  for (const row of pairable) {
    const tally = new Map<number, number>();
    for (const value of row) {
      const c = index.get(keyOf(value))!;
      tally.set(c, (tally.get(c) ?? 0) + 1);
    }
    addUnit(counts, values.length, [...tally], row.length, 1);
  }
  return { values, counts };
}

/** Coincidences of units known by their votes alone. */
export function coincidencesOfProfiles<Value>({
  categories,
  profiles,
}: Profiles<Value>): Coincidences<Value> {
  const counts = new Float64Array(categories.length ** 2);
  for (const profile of profiles) {
    const tally = [...profile.counts.entries()].filter(([, count]) => count > 0);
    addUnit(counts, categories.length, tally, sizeOf(profile), profile.weight);
  }
  return { values: categories, counts };
}

/** Adds `weight` units with these (value, count) votes of `size` ratings in all. */
export function addUnit(
  counts: Float64Array,
  k: number,
  tally: readonly (readonly [number, number])[],
  size: number,
  weight: number,
): void {
  if (size < 2) return;
  for (const [c, countC] of tally) {
    for (const [d, countD] of tally) {
      const pairs = countC * (c === d ? countD - 1 : countD);
      counts[c * k + d]! += (weight * pairs) / (size - 1);
    }
  }
}

/** How often each value occurs in a pairable rating: the row sums. */
export function marginsOfCoincidences(counts: Float64Array, k: number): Float64Array {
  const margins = new Float64Array(k);
  for (let c = 0; c < k; c += 1) {
    for (let d = 0; d < k; d += 1) margins[c]! += counts[c * k + d]!;
  }
  return margins;
}
