import type { Codebook } from "../codebook/codebook";
import type { ArticleStatistics, BinaryCounts } from "./article-statistics";
import { alphaFromBinaryCounts, binaryCountWidth } from "./binary-character-alpha";
import { bootstrapBinaryAlphas, type Interval, withoutUnread } from "./bootstrap";
import { type Coefficient, notDefined } from "./coefficient";
import { jackknifeVariance } from "./planning";
import {
  type PairFigures,
  pairFigures,
  sumFamilyPairs,
  type Tagging,
  tagging,
} from "./pair-figures";

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

/**
 * A project's agreement from the statistics of its articles.
 * Cost: linear in articles, plus 1,000 resamples of at most 10,000 of them.
 */
export function agreementReport(
  { families }: Codebook,
  articles: readonly ArticleStatistics[],
): AgreementReport {
  const tags = families.flatMap(({ id, tags }) =>
    tags.map((tag) => ({ tagId: tag.id, familyId: id })),
  );
  const spanTotals = new Map<string, number>();
  for (const { spanCounts } of articles) {
    for (const [tagId, n] of Object.entries(spanCounts)) {
      spanTotals.set(tagId, (spanTotals.get(tagId) ?? 0) + n);
    }
  }
  const tagRows = toRows(
    articles,
    tags.length,
    (article, at) => article.tags[tags[at]?.tagId ?? ""],
  );
  const familyRows = toRows(
    articles,
    families.length,
    (article, at) => article.families[families[at]?.id ?? ""],
  );
  const tagFigures = alphaFigures(tagRows, tags.length);
  const familyFigures = alphaFigures(familyRows, families.length);
  return {
    nArticles: articles.length,
    nAnnotators: new Set(articles.flatMap(({ annotatorIds }) => annotatorIds)).size,
    draws: intervalDraws,
    tags: tags.map((tag, at) => ({
      ...tag,
      ...figureAt(tagFigures, at),
      nSpans: spanTotals.get(tag.tagId) ?? 0,
    })),
    families: families.map((family, at) => ({
      familyId: family.id,
      ...figureAt(familyFigures, at),
      nSpans: family.tags.reduce((sum, { id }) => sum + (spanTotals.get(id) ?? 0), 0),
      variance: varianceOf(familyRows, families.length, at),
      ...tagging(
        sumFamilyPairs(
          articles.flatMap(({ pairs }) => pairs),
          family.id,
        ),
        family.tags.map(({ id }) => id),
      ),
    })),
    pairs: pairFigures(
      articles,
      families.map(({ id }) => id),
    ),
  };
}

function toRows(
  articles: readonly ArticleStatistics[],
  width: number,
  countsOf: (article: ArticleStatistics, at: number) => BinaryCounts | undefined,
): Float64Array {
  const rows = new Float64Array(articles.length * width * binaryCountWidth);
  articles.forEach((article, row) => {
    for (let at = 0; at < width; at += 1) {
      const counts = countsOf(article, at) ?? [0, 0, article.pairable];
      rows.set(counts, (row * width + at) * binaryCountWidth);
    }
  });
  return rows;
}

type Figures = { totals: Float64Array; intervals: Interval[] };

function alphaFigures(rows: Float64Array, width: number): Figures {
  const totals = new Float64Array(width * binaryCountWidth);
  for (let at = 0; at < rows.length; at += 1) totals[at % totals.length]! += rows[at]!;
  const results = bootstrapBinaryAlphas(
    { counts: rows, categoryCount: width },
    intervalDraws,
    intervalSeed,
  );
  return { totals, intervals: results.map(({ interval }) => interval) };
}

function figureAt({ totals, intervals }: Figures, at: number): Omit<AlphaFigure, "nSpans"> {
  const { alpha, prevalence, agreement } = alphaFromBinaryCounts(totals, at);
  const interval = intervals[at] ?? { lower: null, upper: null, reason: "Not computed." };
  if (totals[at * binaryCountWidth + 2] === 0) {
    const reason = "No article has been submitted by two annotators yet.";
    const interval = { lower: null, upper: null, reason };
    return { alpha: notDefined(reason), interval, prevalence: 0, agreement: 0 };
  }
  return { alpha, interval, prevalence, agreement };
}

function varianceOf(rows: Float64Array, width: number, at: number): number | null {
  const stride = width * binaryCountWidth;
  const own = new Float64Array((rows.length / stride) * binaryCountWidth);
  for (let row = 0; row * stride < rows.length; row += 1) {
    const from = row * stride + at * binaryCountWidth;
    own.set(rows.subarray(from, from + binaryCountWidth), row * binaryCountWidth);
  }
  return jackknifeVariance(
    withoutUnread(own, binaryCountWidth),
    binaryCountWidth,
    (totals) => alphaFromBinaryCounts(totals, 0).alpha,
  );
}
