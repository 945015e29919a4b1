import { type Coefficient, notDefined } from "./coefficient";
import { type Interval, percentileInterval } from "./bootstrap";
import type { SquaredDistance } from "./krippendorff-alpha";
import { seededRandom } from "./random-source";
import type { RatingMatrix } from "./ratings";
import { forEachResample } from "./resample";

export type UnitBootstrap = {
  estimate: Coefficient;
  interval: Interval;
  /** Alpha without each unit; where it differs most, the unit decides the result. */
  withoutUnit: readonly Coefficient[];
};

/**
 * Alpha of a small rating matrix with a percentile interval over units, expected disagreement held
 * fixed at that of the sample, which also counts values of units rated once. Hence the estimate
 * differs slightly from `krippendorffAlpha`.
 *
 * Cost: O(units · (m² + values²)) once for `withoutUnit`, then O(draws · units).
 * Source: J. Hughes, R Journal 13(1) (2021), package krippendorffsalpha.
 */
export function unitBootstrap<Value>(
  ratings: RatingMatrix<Value>,
  distance: SquaredDistance<Value>,
  draws: number,
  seed: number,
  level = 0.95,
): UnitBootstrap {
  const estimateOf = (rows: RatingMatrix<Value>): Coefficient => {
    const { observed, expected } = disagreementOf(rows, distance);
    if (!(expected > 0)) return notDefined("Every rating has the same value.");
    return Number.isNaN(observed)
      ? notDefined("No unit was rated twice.")
      : { value: 1 - observed / expected };
  };
  const { expected, units } = disagreementOf(ratings, distance);
  const values: number[] = [];
  if (expected > 0 && units.length > 0) {
    forEachResample(units, 2, draws, seededRandom(seed), ([sum, size]) => {
      if (size! > 0) values.push(1 - sum! / size! / expected);
    });
  }
  return {
    estimate: estimateOf(ratings),
    interval: percentileInterval(values, level),
    withoutUnit: ratings.map((_, left) => estimateOf(ratings.filter((_row, i) => i !== left))),
  };
}

function disagreementOf<Value>(
  ratings: RatingMatrix<Value>,
  distance: SquaredDistance<Value>,
): { observed: number; expected: number; units: Float64Array } {
  const rated = ratings.map((row) => row.filter((value) => value !== null));
  const all = rated.flat();
  const pairable = rated.filter((row) => row.length > 1);
  const units = Float64Array.from(
    pairable.flatMap((row) => [sumOver(row, distance) / (row.length - 1), row.length]),
  );
  let sum = 0;
  for (let at = 0; at < units.length; at += 2) sum += units[at]!;
  return {
    observed: sum / pairable.flat().length,
    expected: sumOver(all, distance) / (all.length * (all.length - 1)),
    units,
  };
}

/** Distances over all ordered pairs, counting equal values together. */
function sumOver<Value>(values: readonly Value[], distance: SquaredDistance<Value>): number {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let sum = 0;
  for (const [a, countA] of counts) {
    for (const [b, countB] of counts) if (a !== b) sum += countA * countB * distance(a, b);
  }
  return sum;
}
