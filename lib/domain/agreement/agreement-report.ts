import { type Codebook, comparedFamilies } from "../codebook/codebook";
import type { ArticleStatistics } from "./article-sums";
import { alphaFromBinaryCounts } from "./binary-character-alpha";
import { type BootstrapResult, bootstrapBinaryRows, type Interval } from "./bootstrap";
import { type Coefficient, notDefined } from "./coefficient";
import type { GoldStatistics } from "./gold-statistics";
import { type AnnotatorFigure, GoldSums } from "./gold-sums";
import { type PairFigures, pairFigures, type Tagging, tagging } from "./pair-figures";
import { ProjectSums } from "./project-sums";
import { columnTotals } from "./resample";
import { trendByVersion, trendByWeek, type VersionPoint, type WeekPoint } from "./trend";
import type { AttributeFigure, QuestionFigure } from "./value-sums";

/** Binary alpha over the characters of bodies, with all that must stand beside it. */
export type AlphaFigure = {
  alpha: Coefficient;
  interval: Interval;
  /** Share of characters marked, over annotators. */
  prevalence: number;
  /** Share of agreeing pairs of judgements on characters, not corrected for chance. */
  agreement: number;
  /** Gwet's AC1 of the same judgements, which keeps its value where marks are rare. */
  ac1: Coefficient;
  /** Of alpha, over the resamples; null where there is no interval. */
  variance: number | null;
  nSpans: number;
};
/** `nArticles` are those in which anybody used the tag. */
export type TagFigure = AlphaFigure & { tagId: string; familyId: string; nArticles: number };
export type FamilyFigure = AlphaFigure & Tagging & { familyId: string };

/** Raised when the shape changes: reports of another are computed again. */
export const reportVersion = 2;

export type AgreementReport = {
  version: number;
  /** Articles that two or more annotators submitted: the only ones counted. */
  nArticles: number;
  nAnnotators: number;
  draws: number;
  families: FamilyFigure[];
  tags: TagFigure[];
  pairs: PairFigures[];
  annotators: AnnotatorFigure[];
  weeks: WeekPoint[];
  versions: VersionPoint[];
  attributes: AttributeFigure[];
  questions: QuestionFigure[];
};

const intervalDraws = 1000;
const intervalSeed = 20_260_101;

/** What is stored of an article; `gold` is null where it isn't counted yet. */
export type CountedStatistics = { statistics: ArticleStatistics; gold: GoldStatistics | null };

/** A project's agreement from the statistics of its articles; see `reportOf`. */
export function agreementReport(
  codebook: Codebook,
  articles: Iterable<CountedStatistics>,
): AgreementReport {
  const sums = new ProjectSums(codebook);
  const goldSums = new GoldSums();
  for (const { statistics, gold } of articles) {
    sums.add(statistics);
    if (gold) goldSums.add(gold);
  }
  return reportOf(codebook, sums, goldSums);
}

/**
 * A project's agreement from the sums of its articles.
 * Cost: linear in articles, plus 1,000 resamples of at most 10,000 of them.
 */
export function reportOf(
  codebook: Codebook,
  sums: ProjectSums,
  gold = new GoldSums(),
): AgreementReport {
  const families = comparedFamilies(codebook);
  const familyIds = families.map(({ id }) => id);
  const tags = families.flatMap(({ id, tags }) =>
    tags.map((tag) => ({ tagId: tag.id, familyId: id })),
  );
  const nCategories = tags.length + families.length;
  const totals = columnTotals(sums.rows, sums.width);
  const results = bootstrapBinaryRows(sums.rows, nCategories, intervalDraws, intervalSeed);
  const figureAt = (category: number) => ({
    ...alphaFigure(countsAt(totals, category), results[category]),
    ac1: sums.ac1.of(category),
  });
  return {
    version: reportVersion,
    nArticles: sums.nArticles,
    nAnnotators: sums.nAnnotators,
    draws: intervalDraws,
    tags: tags.map((tag, at) => ({
      ...tag,
      ...figureAt(at),
      nSpans: sums.spansOfTag[at] ?? 0,
      nArticles: sums.articlesOfTag[at] ?? 0,
    })),
    families: families.map((family, at) => {
      const places = tags.flatMap(({ familyId }, tag) => (familyId === family.id ? [tag] : []));
      return {
        familyId: family.id,
        ...figureAt(tags.length + at),
        nSpans: places.reduce((sum, tag) => sum + (sums.spansOfTag[tag] ?? 0), 0),
        ...tagging(
          sums.families[at] ?? { nCompared: 0, nNoticed: 0, nMatched: 0, nSameEdges: 0 },
          family.tags.map(({ id }) => id),
          places.map((row) =>
            places.map((column) => sums.confusion[row * tags.length + column] ?? 0),
          ),
        ),
      };
    }),
    pairs: pairFigures(sums.pairs, familyIds),
    annotators: gold.read(familyIds),
    weeks: trendByWeek(sums, familyIds),
    versions: trendByVersion(sums, familyIds),
    attributes: sums.values.readAttributes(),
    questions: sums.values.readQuestions(),
  };
}

/** One category's counts of a row of `ProjectSums`, as of `binaryCharacterCounts`. */
function countsAt(row: Float64Array, category: number): Float64Array {
  return Float64Array.of(row[2 * category] ?? 0, row[2 * category + 1] ?? 0, row.at(-1) ?? 0);
}

function alphaFigure(
  counts: Float64Array,
  resampled: BootstrapResult | undefined,
): Omit<AlphaFigure, "nSpans" | "ac1"> {
  const { alpha, prevalence, agreement } = alphaFromBinaryCounts(counts, 0);
  const { interval = { lower: null, upper: null, reason: "Not computed." }, variance = null } =
    resampled ?? {};
  if (counts[2] === 0) {
    const reason = "No article has been submitted by two annotators yet.";
    const interval = { lower: null, upper: null, reason };
    return { alpha: notDefined(reason), interval, variance, prevalence: 0, agreement: 0 };
  }
  return { alpha, interval, variance, prevalence, agreement };
}
