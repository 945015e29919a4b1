import { type Coefficient, notDefined } from "./coefficient";
import { type Coincidences, marginsOfCoincidences } from "./coincidences";

/** δ²(a, b): how far apart two values are. Symmetric, ≥ 0, and 0 when they are the same. */
export type SquaredDistance<Value> = (a: Value, b: Value) => number;

export type AlphaResult = {
  /** ≤ 1. 1 = perfect, 0 = as by chance, below 0 = systematic disagreement. */
  alpha: Coefficient;
  /** Mean distance within units, Dₒ, and between any two pairable values, Dₑ; 0 without any. */
  observed: number;
  expected: number;
  /** Number of values in units rated at least twice, n. */
  pairable: number;
};

/**
 * Krippendorff's alpha = 1 − Dₒ/Dₑ for any number of annotators and missing ratings, with the
 * small-sample correction n − 1.
 *
 * Undefined when no unit was rated twice, and when every pairable value is the same.
 * Cost: O(k²) distances for k distinct values, whatever the number of ratings.
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D.
 */
export function krippendorffAlpha<Value>(
  { values, counts }: Coincidences<Value>,
  distance: SquaredDistance<Value>,
): AlphaResult {
  const k = values.length;
  const margins = marginsOfCoincidences(counts, k);
  const pairable = margins.reduce((sum, count) => sum + count, 0);
  let within = 0;
  let between = 0;
  for (let c = 0; c < k; c += 1) {
    for (let d = c + 1; d < k; d += 1) {
      const apart = 2 * distance(values[c]!, values[d]!);
      within += counts[c * k + d]! * apart;
      between += margins[c]! * margins[d]! * apart;
    }
  }
  if (pairable === 0) {
    const alpha = notDefined("No unit was rated by two annotators.");
    return { alpha, observed: 0, expected: 0, pairable };
  }
  const observed = within / pairable;
  const expected = between / (pairable * (pairable - 1));
  const alpha =
    expected === 0
      ? notDefined("Every pairable rating has the same value.")
      : { value: 1 - observed / expected };
  return { alpha, observed, expected, pairable };
}
