import { alphaFromMargins } from "./character-alpha";
import { type CharacterArticle, forEachEdge } from "./character-edges";
import type { Coefficient } from "./coefficient";
import type { AlphaResult } from "./krippendorff-alpha";

/** Numbers kept for each category: disagreeing pairs, marked and pairable characters. */
export const binaryCountWidth = 3;

/**
 * For each category, "marked with it or not" over the characters of one article, as
 * `binaryCountWidth` numbers that add up over articles: half the disagreement Σ n₁n₀/(m − 1),
 * marked characters Σ n₁ and all characters m · length, the last two summed over annotators.
 *
 * For "marked with anything of a family" give all of its tags one index. An annotator's
 * overlapping spans of one category count once. Zeros when fewer than two annotators submitted.
 * Cost: O(s log s + categories).
 */
export function binaryCharacterCounts(
  article: CharacterArticle,
  categoryCount: number,
): Float64Array {
  const counts = new Float64Array(categoryCount * binaryCountWidth);
  const m = article.layers.length;
  if (m < 2) return counts;
  const open = new Int32Array(m * categoryCount);
  const marking = new Int32Array(categoryCount);
  const since = new Float64Array(categoryCount);
  const settle = (category: number, position: number) => {
    const length = position - since[category]!;
    const n = marking[category]!;
    counts[category * binaryCountWidth]! += (length * n * (m - n)) / (m - 1);
    counts[category * binaryCountWidth + 1]! += length * n;
    since[category] = position;
  };
  forEachEdge(article, categoryCount, (position, layer, category, delta) => {
    const slot = layer * categoryCount + category;
    const before = open[slot]!;
    const after = before + delta;
    open[slot] = after;
    if ((before === 0) === (after === 0)) return;
    settle(category, position);
    marking[category]! += after === 0 ? -1 : 1;
  });
  for (let category = 0; category < categoryCount; category += 1) {
    counts[category * binaryCountWidth + 2] = m * article.lengthCodePoints;
  }
  return counts;
}

/**
 * Binary alpha of one category from (summed) counts, with what to show beside it.
 * `agreement` is the share of agreeing pairs and `prevalence` the share of marked characters;
 * both are 0 when there is nothing to compare.
 */
export function alphaFromBinaryCounts(
  counts: Float64Array,
  category: number,
): AlphaResult & { agreement: number; prevalence: number } {
  const from = category * binaryCountWidth;
  const disagreeing = counts[from]!;
  const marked = counts[from + 1]!;
  const pairable = counts[from + 2]!;
  return {
    ...alphaFromMargins([marked, pairable - marked], pairable - 2 * disagreeing),
    agreement: pairable === 0 ? 0 : 1 - (2 * disagreeing) / pairable,
    prevalence: pairable === 0 ? 0 : marked / pairable,
  };
}

/** The alpha alone, of counts of one category. */
export function alphaOfCounts(counts: Float64Array): Coefficient {
  const marked = counts[1]!;
  const pairable = counts[2]!;
  return alphaFromMargins([marked, pairable - marked], pairable - 2 * counts[0]!).alpha;
}
