import { alphaFromBinaryCounts } from "./binary-character-alpha";
import { type Coefficient, notDefined } from "./coefficient";
import { cohenKappa } from "./cohen-kappa";
import { type GoldScore, scoreOf } from "./gold-sums";
import { creditsPerSpan } from "./pair-statistics";
import { type PairSum, pairSumWidth } from "./people-sums";
import type { FamilySum } from "./project-sums";

/** Where agreement is lost: noticing, edges, or the choice of a tag. */
export type Tagging = {
  /** Share of spans that the other annotator marked somewhere as well. */
  noticed: Coefficient;
  /** Of the spans that both marked, the share with the very same edges. */
  sameEdges: Coefficient;
  /** Cohen's kappa and raw agreement of the tags on spans that both marked. */
  tagKappa: Coefficient;
  tagAgreement: Coefficient;
  nMatched: number;
  /** Rows: the annotator whose id sorts first; columns: the other. Only tags that occur. */
  confusion: { tagIds: string[]; counts: number[][] };
};

/** Two annotators over all articles that both submitted, by family. */
export type PairFigures = {
  annotatorIds: readonly [string, string];
  nArticles: number;
  families: Record<string, PairFigure>;
};
/** F1 of spans, micro-averaged over articles; `AnyTag` ones ask for the place alone. */
export type PairFigure = {
  nFirst: number;
  nSecond: number;
  exactF1: Coefficient;
  exactAnyTagF1: Coefficient;
  overlapF1: Coefficient;
  similarF1: Coefficient;
  similarAnyTagF1: Coefficient;
  partialF1: Coefficient;
  alpha: Coefficient;
};

const noSpans = "Neither annotator marked anything.";

function share(part: number, whole: number, reason: string): Coefficient {
  return whole === 0 ? notDefined(reason) : { value: part / whole };
}

/** @param table matched pairs by tag of the first and of the second annotator. */
export function tagging(
  sum: FamilySum,
  tagIds: readonly string[],
  table: readonly (readonly number[])[],
): Tagging {
  const used = tagIds.flatMap((_, at) =>
    table.some((row, other) => (row[at] ?? 0) > 0 || (table[at]?.[other] ?? 0) > 0) ? [at] : [],
  );
  const counts = used.map((row) => used.map((column) => table[row]?.[column] ?? 0));
  const unmatched = "No spans of two annotators overlap.";
  return {
    noticed: share(sum.nNoticed, sum.nCompared, noSpans),
    sameEdges: share(sum.nSameEdges, sum.nMatched, unmatched),
    tagKappa: sum.nMatched === 0 ? notDefined(unmatched) : cohenKappa(counts).coefficient,
    tagAgreement: share(
      counts.reduce((total, row, at) => total + (row[at] ?? 0), 0),
      sum.nMatched,
      unmatched,
    ),
    nMatched: sum.nMatched,
    confusion: { tagIds: used.map((at) => tagIds[at] ?? ""), counts },
  };
}

/** Every pair of annotators that share an article. Cost: linear in pairs. */
export function pairFigures(
  pairs: readonly PairSum[],
  familyIds: readonly string[],
): PairFigures[] {
  return pairs.map(({ annotatorIds, nArticles, nCodePoints, families }) => ({
    annotatorIds,
    nArticles,
    families: Object.fromEntries(
      familyIds.map((id, at) => [
        id,
        pairFigure(nCodePoints, families.subarray(at * pairSumWidth)),
      ]),
    ),
  }));
}

function pairFigure(nCodePoints: number, sum: Float64Array): PairFigure {
  const [nFirst = 0, nSecond = 0] = sum;
  const score = (place: number) => sum[2 + place] ?? 0;
  const [marked = 0, shared = 0] = sum.subarray(10);
  const counts = Float64Array.of(marked - 2 * shared, marked, 2 * nCodePoints);
  const oneToOne = (matched: number) => share(2 * matched, nFirst + nSecond, noSpans);
  // Recall of the first's spans and precision of the second's.
  const f1 = ({ f1 }: GoldScore) => (nFirst + nSecond === 0 ? notDefined(noSpans) : f1);
  return {
    nFirst,
    nSecond,
    exactF1: oneToOne(score(0)),
    exactAnyTagF1: oneToOne(score(1)),
    similarF1: oneToOne(score(2)),
    similarAnyTagF1: oneToOne(score(3)),
    overlapF1: f1(scoreOf(score(5), score(4), nSecond, nFirst)),
    partialF1: f1(scoreOf(score(7) / creditsPerSpan, score(6) / creditsPerSpan, nSecond, nFirst)),
    alpha: alphaFromBinaryCounts(counts, 0).alpha,
  };
}
