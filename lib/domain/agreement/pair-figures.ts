import type { ArticleStatistics } from "./article-statistics";
import { alphaFromBinaryCounts } from "./binary-character-alpha";
import { type Coefficient, notDefined } from "./coefficient";
import { cohenKappa } from "./cohen-kappa";
import type { FamilyPair, PairStatistics } from "./pair-statistics";

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

/** One family over many pairs of annotators and articles. */
export function sumFamilyPairs(pairs: readonly PairStatistics[], familyId: string): FamilyPair {
  const confusion: Record<string, number> = {};
  let [first, second, exact, similar, seenFirst, seenSecond, matched, sameEdges] = [
    0, 0, 0, 0, 0, 0, 0, 0,
  ];
  const characters: [number, number, number] = [0, 0, 0];
  for (const { families } of pairs) {
    const one = families[familyId];
    if (!one) continue;
    first += one.spans[0];
    second += one.spans[1];
    exact += one.exact;
    similar += one.similar;
    seenFirst += one.noticed[0];
    seenSecond += one.noticed[1];
    matched += one.matched;
    sameEdges += one.sameEdges;
    one.characters.forEach((value, at) => (characters[at]! += value));
    for (const [key, n] of Object.entries(one.confusion))
      confusion[key] = (confusion[key] ?? 0) + n;
  }
  return {
    spans: [first, second],
    exact,
    similar,
    noticed: [seenFirst, seenSecond],
    matched,
    sameEdges,
    confusion,
    characters,
  };
}

function share(part: number, whole: number, reason: string): Coefficient {
  return whole === 0 ? notDefined(reason) : { value: part / whole };
}

export function tagging(sum: FamilyPair, tagIds: readonly string[]): Tagging {
  const seen = new Set(Object.keys(sum.confusion).flatMap((key) => key.split(">")));
  const used = tagIds.filter((id) => seen.has(id));
  const counts = used.map((row) => used.map((column) => sum.confusion[`${row}>${column}`] ?? 0));
  const unmatched = "No spans of two annotators overlap.";
  return {
    noticed: share(sum.noticed[0] + sum.noticed[1], sum.spans[0] + sum.spans[1], noSpans),
    sameEdges: share(sum.sameEdges, sum.matched, unmatched),
    tagKappa: sum.matched === 0 ? notDefined(unmatched) : cohenKappa(counts).coefficient,
    tagAgreement: share(
      used.reduce((total, id) => total + (sum.confusion[`${id}>${id}`] ?? 0), 0),
      sum.matched,
      unmatched,
    ),
    nMatched: sum.matched,
    confusion: { tagIds: used, counts },
  };
}

/** Every pair of annotators that share an article. Cost: linear in pairs of articles. */
export function pairFigures(
  articles: readonly ArticleStatistics[],
  familyIds: readonly string[],
): PairFigures[] {
  const byPair = new Map<string, PairStatistics[]>();
  for (const pair of articles.flatMap(({ pairs }) => pairs)) {
    const key = pair.annotatorIds.join(" ");
    const known = byPair.get(key);
    if (known) known.push(pair);
    else byPair.set(key, [pair]);
  }
  return [...byPair.values()].flatMap((pairs) => {
    const [first] = pairs;
    if (!first) return [];
    const familyFigures = familyIds.map((id) => {
      const sum = sumFamilyPairs(pairs, id);
      const all = sum.spans[0] + sum.spans[1];
      return [
        id,
        {
          exactF1: share(2 * sum.exact, all, noSpans),
          similarF1: share(2 * sum.similar, all, noSpans),
          alpha: alphaFromBinaryCounts(Float64Array.from(sum.characters), 0).alpha,
        },
      ] as const;
    });
    return [
      {
        annotatorIds: first.annotatorIds,
        nArticles: pairs.length,
        families: Object.fromEntries(familyFigures),
      },
    ];
  });
}
