import { binaryCountWidth } from "./binary-character-alpha";
import { alphaFromMargins } from "./character-alpha";
import type { Coefficient } from "./coefficient";
import { seededRandom } from "./random-source";
import { columnTotals, forEachResample, inRandomGroups } from "./resample";

export type Interval =
  { lower: number; upper: number; level: number } | { lower: null; upper: null; reason: string };

export type BootstrapResult = {
  /** From all articles, without resampling. */
  estimate: Coefficient;
  interval: Interval;
  /** Of the draws; null where there is no interval. */
  variance: number | null;
  /** Articles that at least two annotators submitted. */
  articles: number;
  /** Articles that were drawn together; 1 unless there are more than `mostSingleArticles`. */
  groupSize: number;
  /** Draws in which the coefficient was not defined, left out of the interval. */
  undefinedDraws: number;
};

/**
 * Above this number, random groups of articles are drawn in their place: the interval then is as
 * wide to within about 1.6 %, less than the noise of 1,000 draws (2.2 %), and the cost stops growing.
 */
export const mostSingleArticles = 10_000;
/** Random groups that are made then. */
export const mostGroups = 2000;

/** Fewer articles than this say too little about the spread between articles. */
export const fewestArticles = 5;

/**
 * Percentile bootstrap of nominal alpha over articles, from the matrices of
 * `characterCoincidences` laid end to end (n × k²). Articles are resampled, never characters, whose
 * neighbours are no independent evidence; observed and expected disagreement are both recomputed.
 *
 * No interval below `fewestArticles` articles or when most draws are undefined.
 * Cost: O(n) + O(draws · min(n, 10,000) · used categories). Deterministic for a seed.
 */
export function bootstrapAlpha(
  { matrices, categoryCount }: { matrices: Float64Array; categoryCount: number },
  draws: number,
  seed: number,
  level = 0.95,
): BootstrapResult {
  const k = categoryCount + 1;
  const articles = matrices.length / (k * k);
  // Alpha needs the margins and the diagonal of the summed matrix only.
  const width = k + 1;
  const statistics = new Float64Array(articles * width);
  for (let article = 0; article < articles; article += 1) {
    for (let c = 0; c < k; c += 1) {
      const row = article * k * k + c * k;
      statistics[article * width + k]! += matrices[row + c]!;
      for (let d = 0; d < k; d += 1) statistics[article * width + c]! += matrices[row + d]!;
    }
  }
  const alphaOf = (totals: Float64Array) =>
    alphaFromMargins(totals.subarray(0, k), totals[k]!).alpha;
  return bootstrap(withoutUnread(statistics, width), width, [alphaOf], draws, seed, level)[0]!;
}

/**
 * The same for the binary alpha of each category, from `binaryCharacterCounts` of n articles laid
 * end to end. All categories share the resampled articles.
 * Cost: O(n) + O(draws · cells of at most 10,000 articles that aren't 0).
 */
export function bootstrapBinaryAlphas(
  { counts, categoryCount }: { counts: Float64Array; categoryCount: number },
  draws: number,
  seed: number,
  level = 0.95,
): BootstrapResult[] {
  const source = categoryCount * binaryCountWidth;
  // The number of pairable characters is the same for all categories of an article.
  const width = 2 * categoryCount + 1;
  const articles = counts.length / source;
  const statistics = new Float64Array(articles * width);
  for (let article = 0; article < articles; article += 1) {
    for (let c = 0; c < categoryCount; c += 1) {
      const from = article * source + c * binaryCountWidth;
      statistics[article * width + 2 * c] = counts[from]!;
      statistics[article * width + 2 * c + 1] = counts[from + 1]!;
    }
    statistics[article * width + width - 1] = counts[article * source + 2]!;
  }
  return bootstrapBinaryRows(statistics, categoryCount, draws, seed, level);
}

/**
 * The same from rows of 2 · categories + 1 numbers: disagreeing pairs and marked characters of each
 * category, then pairable characters.
 */
export function bootstrapBinaryRows(
  statistics: Float64Array,
  categoryCount: number,
  draws: number,
  seed: number,
  level = 0.95,
): BootstrapResult[] {
  const width = 2 * categoryCount + 1;
  const alphas = Array.from({ length: categoryCount }, (_, c) => (totals: Float64Array) => {
    const pairable = totals[width - 1]!;
    const marked = totals[2 * c + 1]!;
    return alphaFromMargins([marked, pairable - marked], pairable - 2 * totals[2 * c]!).alpha;
  });
  return bootstrap(withoutUnread(statistics, width), width, alphas, draws, seed, level);
}

/** Drops articles that fewer than two annotators submitted: all their statistics are 0. */
export function withoutUnread(statistics: Float64Array, width: number): Float64Array {
  const rows = statistics.length / width;
  let kept: Float64Array | null = null;
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    const from = row * width;
    let at = from + width - 1;
    while (at >= from && statistics[at] === 0) at -= 1;
    if (at < from) {
      kept ??= statistics.slice();
      continue;
    }
    kept?.copyWithin(next, from, from + width);
    next += width;
  }
  return kept?.subarray(0, next) ?? statistics;
}

/**
 * Percentile bootstrap of any coefficients that are functions of additive statistics of articles
 * (`statistics`: n rows of `width`). Cost: O(draws · (cells that aren't 0 + coefficients)).
 */
export function bootstrap(
  statistics: Float64Array,
  width: number,
  coefficients: readonly ((totals: Float64Array) => Coefficient)[],
  draws: number,
  seed: number,
  level = 0.95,
): BootstrapResult[] {
  const articles = statistics.length / width;
  const totals = columnTotals(statistics, width);
  const values = coefficients.map((): number[] => []);
  const random = seededRandom(seed);
  const isGrouped = articles > mostSingleArticles;
  const rows = isGrouped ? inRandomGroups(statistics, width, mostGroups, random) : statistics;
  if (articles >= fewestArticles) {
    forEachResample(rows, width, draws, random, (sums) =>
      coefficients.forEach((coefficient, i) => {
        const { value } = coefficient(sums);
        if (value !== null) values[i]!.push(value);
      }),
    );
  }
  return coefficients.map((coefficient, i) => {
    const interval =
      articles < fewestArticles
        ? noInterval(`Fewer than ${fewestArticles} articles were submitted by two annotators.`)
        : values[i]!.length * 2 < draws
          ? noInterval("The coefficient is undefined in most resamples.")
          : percentileInterval(values[i]!, level);
    return {
      estimate: coefficient(totals),
      interval,
      variance: interval.lower === null ? null : varianceOf(values[i]!),
      articles,
      groupSize: isGrouped ? Math.ceil(articles / mostGroups) : 1,
      undefinedDraws: articles < fewestArticles ? 0 : draws - values[i]!.length,
    };
  });
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function noInterval(reason: string): Interval {
  return { lower: null, upper: null, reason };
}

/** The central `level` of the values, interpolating between neighbours; R's quantile type 7. */
export function percentileInterval(values: readonly number[], level = 0.95): Interval {
  if (values.length === 0) return noInterval("There are no draws.");
  const sorted = Float64Array.from(values).sort();
  const quantile = (share: number) => {
    const at = share * (sorted.length - 1);
    const below = Math.floor(at);
    const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return sorted[below]! + (at - below) * (next - sorted[below]!);
  };
  return { lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2), level };
}
