import { alphaFromBinaryCounts } from "./binary-character-alpha";
import { type Coefficient, notDefined } from "./coefficient";
import { cohenKappa } from "./cohen-kappa";
import { type FamilySum, type PairSum, pairSumWidth } from "./project-sums";

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
  families: Record<string, { exactF1: Coefficient; similarF1: Coefficient; alpha: Coefficient }>;
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
      familyIds.map((id, at) => {
        const [nSpans = 0, exact = 0, similar = 0, marked = 0, shared = 0] = families.subarray(
          at * pairSumWidth,
        );
        const counts = Float64Array.of(marked - 2 * shared, marked, 2 * nCodePoints);
        return [
          id,
          {
            exactF1: share(2 * exact, nSpans, noSpans),
            similarF1: share(2 * similar, nSpans, noSpans),
            alpha: alphaFromBinaryCounts(counts, 0).alpha,
          },
        ];
      }),
    ),
  }));
}
