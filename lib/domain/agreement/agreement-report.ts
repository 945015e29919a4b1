import type { Codebook } from "../codebook/codebook";
import type { ArticleStatistics } from "./article-sums";
import { alphaFromBinaryCounts, alphaOfCounts, binaryCountWidth } from "./binary-character-alpha";
import { bootstrapBinaryRows, type Interval, withoutUnread } from "./bootstrap";
import { type Coefficient, notDefined } from "./coefficient";
import { type PairFigures, pairFigures, type Tagging, tagging } from "./pair-figures";
import { jackknifeVariance } from "./planning";
import { ProjectSums } from "./project-sums";
import { columnTotals } from "./resample";

/** Binary alpha over the characters of bodies, with all that must stand beside it. */
export type AlphaFigure = {
  alpha: Coefficient;
  interval: Interval;
  /** Share of characters marked, over annotators. */
  prevalence: number;
  /** Share of agreeing pairs of judgements on characters, not corrected for chance. */
  agreement: number;
  nSpans: number;
};
export type TagFigure = AlphaFigure & { tagId: string; familyId: string };
export type FamilyFigure = AlphaFigure &
  Tagging & {
    familyId: string;
    /** Of alpha, by the jackknife over articles; null where there are too few. */
    variance: number | null;
  };

export type AgreementReport = {
  /** Articles that two or more annotators submitted: the only ones counted. */
  nArticles: number;
  nAnnotators: number;
  draws: number;
  families: FamilyFigure[];
  tags: TagFigure[];
  pairs: PairFigures[];
};

const intervalDraws = 1000;
const intervalSeed = 20_260_101;

/** A project's agreement from the statistics of its articles; see `reportOf`. */
export function agreementReport(
  codebook: Codebook,
  articles: Iterable<ArticleStatistics>,
): AgreementReport {
  const sums = new ProjectSums(codebook);
  for (const article of articles) sums.add(article);
  return reportOf(codebook, sums);
}

/**
 * A project's agreement from the sums of its articles.
 * Cost: linear in articles, plus 1,000 resamples of at most 10,000 of them.
 */
export function reportOf({ families }: Codebook, sums: ProjectSums): AgreementReport {
  const tags = families.flatMap(({ id, tags }) =>
    tags.map((tag) => ({ tagId: tag.id, familyId: id })),
  );
  const nCategories = tags.length + families.length;
  const totals = columnTotals(sums.rows, sums.width);
  const results = bootstrapBinaryRows(sums.rows, nCategories, intervalDraws, intervalSeed);
  const figureAt = (category: number) =>
    alphaFigure(countsAt(totals, category), results[category]?.interval);
  return {
    nArticles: sums.nArticles,
    nAnnotators: sums.nAnnotators,
    draws: intervalDraws,
    tags: tags.map((tag, at) => ({
      ...tag,
      ...figureAt(at),
      nSpans: sums.spansOfTag[at] ?? 0,
    })),
    families: families.map((family, at) => {
      const places = tags.flatMap(({ familyId }, tag) => (familyId === family.id ? [tag] : []));
      return {
        familyId: family.id,
        ...figureAt(tags.length + at),
        nSpans: places.reduce((sum, tag) => sum + (sums.spansOfTag[tag] ?? 0), 0),
        variance: varianceOf(sums, tags.length + at),
        ...tagging(
          sums.families[at] ?? { nCompared: 0, nNoticed: 0, nMatched: 0, nSameEdges: 0 },
          family.tags.map(({ id }) => id),
          places.map((row) =>
            places.map((column) => sums.confusion[row * tags.length + column] ?? 0),
          ),
        ),
      };
    }),
    pairs: pairFigures(
      sums.pairs,
      families.map(({ id }) => id),
    ),
  };
}

/** One category's counts of a row of `ProjectSums`, as of `binaryCharacterCounts`. */
function countsAt(row: Float64Array, category: number): Float64Array {
  return Float64Array.of(row[2 * category] ?? 0, row[2 * category + 1] ?? 0, row.at(-1) ?? 0);
}

function alphaFigure(counts: Float64Array, known?: Interval): Omit<AlphaFigure, "nSpans"> {
  const { alpha, prevalence, agreement } = alphaFromBinaryCounts(counts, 0);
  const interval = known ?? { lower: null, upper: null, reason: "Not computed." };
  if (counts[2] === 0) {
    const reason = "No article has been submitted by two annotators yet.";
    const interval = { lower: null, upper: null, reason };
    return { alpha: notDefined(reason), interval, prevalence: 0, agreement: 0 };
  }
  return { alpha, interval, prevalence, agreement };
}

function varianceOf({ rows, width, nArticles }: ProjectSums, category: number): number | null {
  const own = new Float64Array(nArticles * binaryCountWidth);
  for (let row = 0; row < nArticles; row += 1) {
    const from = row * width;
    own[row * binaryCountWidth] = rows[from + 2 * category]!;
    own[row * binaryCountWidth + 1] = rows[from + 2 * category + 1]!;
    own[row * binaryCountWidth + 2] = rows[from + width - 1]!;
  }
  return jackknifeVariance(withoutUnread(own, binaryCountWidth), binaryCountWidth, alphaOfCounts);
}
