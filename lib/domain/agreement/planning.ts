import { fewestArticles } from "./bootstrap";
import type { Coefficient } from "./coefficient";
import { columnTotals } from "./resample";

export type Plan =
  | {
      /** Articles read twice that are needed in all, those present included. */
      articles: number;
      /** Half-width of the interval with the present articles. */
      presentHalfWidth: number;
    }
  | { articles: null; reason: string };

/**
 * Variance of a coefficient from leaving out one article at a time; null below `fewestArticles`
 * articles, or when the coefficient is undefined without one of them.
 *
 * @param statistics additive statistics, n rows of `width`, one row per article read twice.
 * Cost: O(n · width).
 * Source: B. Efron & C. Stein, "The Jackknife Estimate of Variance" (1981).
 */
export function jackknifeVariance(
  statistics: Float64Array,
  width: number,
  coefficient: (totals: Float64Array) => Coefficient,
): number | null {
  const n = statistics.length / width;
  if (n < fewestArticles) return null;
  const totals = columnTotals(statistics, width);
  const rest = new Float64Array(width);
  let sum = 0;
  let squares = 0;
  let pivot: number | null = null;
  for (let from = 0; from < statistics.length; from += width) {
    for (let i = 0; i < width; i += 1) rest[i] = totals[i]! - statistics[from + i]!;
    const { value } = coefficient(rest);
    if (value === null) return null;
    // Measured from the first value, so that close values don't cancel.
    pivot ??= value;
    sum += value - pivot;
    squares += (value - pivot) ** 2;
  }
  return Math.max(0, ((n - 1) / n) * (squares - sum ** 2 / n));
}

/**
 * How many articles must be read twice for an interval of ± `halfWidth`, taking it that further
 * articles vary like the present ones: variance falls as 1/n.
 *
 * @param halfWidth in units of the coefficient, above 0.
 * @param z normal quantile of the level; 1.96 for 95 %.
 * No plan without a variance; see `jackknifeVariance`.
 */
export function articlesForHalfWidth(
  present: { articles: number; variance: number | null },
  halfWidth: number,
  z = 1.959964,
): Plan {
  if (present.variance === null) {
    return { articles: null, reason: `At least ${fewestArticles} articles read twice are needed.` };
  }
  if (!(halfWidth > 0)) return { articles: null, reason: "The half-width must be above 0." };
  const needed = (present.articles * present.variance * z ** 2) / halfWidth ** 2;
  return {
    articles: Math.max(fewestArticles, Math.ceil(needed - 1e-9)),
    presentHalfWidth: z * Math.sqrt(present.variance),
  };
}
