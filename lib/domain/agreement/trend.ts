import { alphaFromBinaryCounts, alphaOfCounts, binaryCountWidth } from "./binary-character-alpha";
import { fewestArticles, type Interval } from "./bootstrap";
import type { Coefficient } from "./coefficient";
import { jackknifeVariance } from "./planning";
import type { ProjectSums } from "./project-sums";

/** Agreement on each family over the articles of one week or one codebook version. */
export type TrendPoint = {
  nArticles: number;
  families: {
    familyId: string;
    alpha: Coefficient;
    interval: Interval;
    prevalence: number;
    agreement: number;
  }[];
};
/** `week` as of ISO 8601, such as 2026-W05: that of the article's last submission. */
export type WeekPoint = TrendPoint & { week: string };
export type VersionPoint = TrendPoint & { codebookNumber: number };

const normalQuantile = 1.959964;

/** Points in order of time. Articles whose day isn't known are left out. Cost: linear in articles. */
export function trendByWeek(sums: ProjectSums, familyIds: readonly string[]): WeekPoint[] {
  const weekOf = sums.days.map((day) => (day === null ? null : isoWeek(day)));
  return pointsOf(sums, familyIds, weekOf)
    .map(([week, point]) => ({ week, ...point }))
    .sort((a, b) => (a.week < b.week ? -1 : 1));
}

export function trendByVersion(sums: ProjectSums, familyIds: readonly string[]): VersionPoint[] {
  return pointsOf(sums, familyIds, sums.codebookNumbers)
    .map(([codebookNumber, point]) => ({ codebookNumber, ...point }))
    .sort((a, b) => a.codebookNumber - b.codebookNumber);
}

function pointsOf<Key>(
  sums: ProjectSums,
  familyIds: readonly string[],
  keys: readonly (Key | null)[],
): [Key, TrendPoint][] {
  const rowsOf = new Map<Key, number[]>();
  keys.forEach((key, row) => {
    if (key === null) return;
    const known = rowsOf.get(key);
    if (known) known.push(row);
    else rowsOf.set(key, [row]);
  });
  const nTags = (sums.width - 1) / 2 - familyIds.length;
  return [...rowsOf].map(([key, rows]) => [
    key,
    {
      nArticles: rows.length,
      families: familyIds.map((familyId, at) => {
        const counts = countsOf(sums, rows, nTags + at);
        const totals = new Float64Array(binaryCountWidth);
        counts.forEach((count, i) => (totals[i % binaryCountWidth]! += count));
        const { alpha, prevalence, agreement } = alphaFromBinaryCounts(totals, 0);
        return { familyId, alpha, prevalence, agreement, interval: intervalOf(counts, alpha) };
      }),
    },
  ]);
}

function countsOf(sums: ProjectSums, rows: readonly number[], category: number): Float64Array {
  const counts = new Float64Array(rows.length * binaryCountWidth);
  rows.forEach((row, at) => {
    const from = row * sums.width;
    counts[at * binaryCountWidth] = sums.rows[from + 2 * category]!;
    counts[at * binaryCountWidth + 1] = sums.rows[from + 2 * category + 1]!;
    counts[at * binaryCountWidth + 2] = sums.rows[from + sums.width - 1]!;
  });
  return counts;
}

/** Normal interval from the jackknife over articles; alpha never passes 1, so neither does it. */
function intervalOf(counts: Float64Array, alpha: Coefficient): Interval {
  const none = (reason: string): Interval => ({ lower: null, upper: null, reason });
  if (alpha.value === null) return none(alpha.reason);
  if (counts.length < fewestArticles * binaryCountWidth) {
    return none(`Fewer than ${fewestArticles} articles were submitted by two annotators.`);
  }
  const variance = jackknifeVariance(counts, binaryCountWidth, alphaOfCounts);
  if (variance === null) return none("The coefficient is undefined without one of the articles.");
  const half = normalQuantile * Math.sqrt(variance);
  return { lower: alpha.value - half, upper: Math.min(1, alpha.value + half), level: 0.95 };
}

const dayMs = 86_400_000;

/** The week of a day such as 2026-01-31. Source: ISO 8601; week 1 has the year's first Thursday. */
export function isoWeek(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * dayMs);
  const year = thursday.getUTCFullYear();
  const nth = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / dayMs / 7) + 1;
  return `${year}-W${String(nth).padStart(2, "0")}`;
}
