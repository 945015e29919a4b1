import { type Codebook, comparedFamilies, type FamilyDefinition } from "../codebook/codebook";
import {
  type AdvancedFamily,
  type AdvancedStatistics,
  gammaSamples,
  gammaSeed,
} from "./advanced-statistics";
import { FixedAlphaRows } from "./alpha-rows";
import type { ArticleStatistics } from "./article-sums";
import { bootstrap, type Interval } from "./bootstrap";
import { type Coefficient, notDefined } from "./coefficient";
import { type FurtherIntervals, IntervalSums } from "./interval-sums";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { PairCounts } from "./pair-counts";
import { masiDistance, nominalSetDistance, tagSetKey } from "./set-distances";

/** The mean of the articles' values where they are defined, all articles weighing the same. */
export type MeanFigure = {
  mean: Coefficient;
  interval: Interval;
  nArticles: number;
  /** Why it isn't defined on others, with how many. */
  undefinedBecause: { reason: string; nArticles: number }[];
};
/** From all articles at once, with an interval over them. */
export type PooledFigure = { alpha: Coefficient; interval: Interval };
export type AdvancedFamilyFigure = {
  familyId: string;
  alphaU: MeanFigure;
  u: MeanFigure;
  binaryU: MeanFigure;
  cu: MeanFigure;
  /** Mean share of marked length on which cu rests. */
  cuCoverage: Coefficient;
  gamma: MeanFigure;
  observedDisorder: Coefficient;
  expectedDisorder: Coefficient;
  /** Alpha over characters whose value is the set of tags they got, over all articles at once. */
  setNominal: PooledFigure;
  setMasi: PooledFigure;
  tags: { tagId: string; alphaU: MeanFigure }[];
};
export type AdvancedReport = {
  version: number;
  nArticles: number;
  gammaSamples: number;
  gammaSeed: number;
  families: AdvancedFamilyFigure[];
  /** Of figures that stand in the other report; AC1, attributes and questions. */
  intervals: FurtherIntervals;
};
export const advancedReportVersion = 2;

const draws = 1000;
const seed = 20_260_101;

/** Brings together the advanced statistics of articles, one by one. */
export class AdvancedSums {
  private nArticles = 0;
  private readonly families: readonly FamilyDefinition[];
  private readonly values = new Map<string, Coefficient[]>();
  private readonly sets: ReadonlyMap<string, SetSums>;
  private readonly intervals: IntervalSums;

  constructor(codebook: Codebook) {
    this.families = comparedFamilies(codebook);
    this.sets = new Map(
      this.families.map(({ id }) => [
        id,
        {
          pairs: new PairCounts<readonly string[]>(tagSetKey),
          nominal: new FixedAlphaRows<readonly string[]>(nominalSetDistance, tagSetKey),
          masi: new FixedAlphaRows<readonly string[]>(masiDistance, tagSetKey),
        },
      ]),
    );
    this.intervals = new IntervalSums(codebook);
  }

  /** What is counted of an article anyway, for intervals that nobody waits for. */
  addCounted(article: ArticleStatistics): void {
    this.intervals.add(article);
  }

  add({ families }: AdvancedStatistics): void {
    this.nArticles += 1;
    for (const family of families) this.addFamily(family);
  }

  report(): AdvancedReport {
    return {
      version: advancedReportVersion,
      nArticles: this.nArticles,
      ...{ gammaSamples, gammaSeed },
      families: this.families.map(({ id, tags }) => ({
        familyId: id,
        alphaU: this.meanOf(id, "alphaU"),
        u: this.meanOf(id, "u"),
        binaryU: this.meanOf(id, "binaryU"),
        cu: this.meanOf(id, "cu"),
        cuCoverage: this.meanOf(id, "cuCoverage").mean,
        gamma: this.meanOf(id, "gamma"),
        observedDisorder: this.meanOf(id, "observedDisorder").mean,
        expectedDisorder: this.meanOf(id, "expectedDisorder").mean,
        setNominal: this.setAlpha(id, "nominal", nominalSetDistance),
        setMasi: this.setAlpha(id, "masi", masiDistance),
        tags: tags.map((tag) => ({ tagId: tag.id, alphaU: this.meanOf(id, `tag ${tag.id}`) })),
      })),
      intervals: this.intervals.read(),
    };
  }

  private addFamily(family: AdvancedFamily): void {
    const { familyId, gamma, sets, setPairs } = family;
    for (const name of ["alphaU", "u", "binaryU", "cu"] as const) {
      this.note(familyId, name, family[name]);
    }
    if (family.cu.value !== null) this.note(familyId, "cuCoverage", { value: family.cuCoverage });
    for (const [tagId, alpha] of Object.entries(family.alphaUByTag)) {
      this.note(familyId, `tag ${tagId}`, alpha);
    }
    if (gamma) {
      this.note(familyId, "gamma", gamma.gamma);
      const { observedDisorder, expectedDisorder } = gamma;
      if (observedDisorder !== null && expectedDisorder !== null) {
        this.note(familyId, "observedDisorder", { value: observedDisorder });
        this.note(familyId, "expectedDisorder", { value: expectedDisorder });
      }
    }
    const sums = this.sets.get(familyId);
    if (!sums) return;
    const pairs = setPairs.map(([a, b, weight]) => [sets[a] ?? [], sets[b] ?? [], weight] as const);
    for (const pair of pairs) sums.pairs.addPair(...pair);
    sums.nominal.add(pairs);
    sums.masi.add(pairs);
  }

  private note(familyId: string, name: string, value: Coefficient): void {
    const key = `${familyId} ${name}`;
    const known = this.values.get(key);
    if (known) known.push(value);
    else this.values.set(key, [value]);
  }

  private meanOf(familyId: string, name: string): MeanFigure {
    return meanFigure(this.values.get(`${familyId} ${name}`) ?? []);
  }

  private setAlpha(
    familyId: string,
    level: "nominal" | "masi",
    distance: typeof masiDistance,
  ): PooledFigure {
    const sums = this.sets.get(familyId);
    const coincidences = sums?.pairs.read();
    if (!sums || !coincidences || coincidences.values.length === 0) {
      const interval = { lower: null, upper: null, reason: noArticles };
      return { alpha: notDefined(noArticles), interval };
    }
    const { alpha } = krippendorffAlpha(coincidences, distance);
    return { alpha, interval: sums[level].interval() };
  }
}

type Sets = readonly string[];
type SetSums = {
  pairs: PairCounts<Sets>;
  nominal: FixedAlphaRows<Sets>;
  masi: FixedAlphaRows<Sets>;
};

const noArticles = "No article was submitted by two annotators.";

/** The mean with a percentile bootstrap interval over articles. Cost: linear in articles. */
export function meanFigure(values: readonly Coefficient[]): MeanFigure {
  const defined = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const reasons = new Map<string, number>();
  for (const one of values) {
    if (one.value === null) reasons.set(one.reason, (reasons.get(one.reason) ?? 0) + 1);
  }
  const undefinedBecause = [...reasons]
    .map(([reason, nArticles]) => ({ reason, nArticles }))
    .sort((a, b) => b.nArticles - a.nArticles);
  const why = undefinedBecause[0]?.reason ?? "Nobody used this.";
  const mean = (totals: Float64Array): Coefficient => {
    const n = totals[1] ?? 0;
    return n === 0 ? notDefined(why) : { value: (totals[0] ?? 0) / n };
  };
  const rows = Float64Array.from(defined.flatMap((value) => [value, 1]));
  const { estimate, interval } = bootstrap(rows, 2, [mean], draws, seed)[0]!;
  return { mean: estimate, interval, nArticles: defined.length, undefinedBecause };
}
