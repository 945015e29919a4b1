import { type CharacterArticle, forEachEdge } from "./character-edges";
import { marginsOfCoincidences } from "./coincidences";
import { notDefined } from "./coefficient";
import type { AlphaResult } from "./krippendorff-alpha";

/**
 * Coincidences of one article with every character as a unit: a k × k matrix, k =
 * `categoryCount` + 1, whose last row and column are "nothing marked". Matrices of articles add up.
 *
 * An article that fewer than two annotators submitted has no pair and gives zeros. Where spans of
 * one annotator overlap, the lower category index stands; for several tags on a character use
 * `binaryCharacterCounts` or `characterSetCoincidences`.
 * Cost: O(s log s + s · min(m, k)²) for s spans of m annotators, whatever the length of the text.
 */
export function characterCoincidences(
  article: CharacterArticle,
  categoryCount: number,
): Float64Array {
  const k = categoryCount + 1;
  const matrix = new Float64Array(k * k);
  const m = article.layers.length;
  if (m < 2) return matrix;
  const open = new Int32Array(m * categoryCount);
  const valueOf = new Int32Array(m).fill(categoryCount);
  const tally = new Float64Array(k);
  tally[categoryCount] = m;
  let at = 0;
  forEachEdge(article, categoryCount, (position, layer, category, delta) => {
    if (position > at) {
      addStretch(matrix, tally, m, position - at);
      at = position;
    }
    const from = layer * categoryCount;
    open[from + category]! += delta;
    let value = 0;
    while (value < categoryCount && open[from + value] === 0) value += 1;
    tally[valueOf[layer]!]! -= 1;
    tally[value]! += 1;
    valueOf[layer] = value;
  });
  addStretch(matrix, tally, m, article.lengthCodePoints - at);
  return matrix;
}

function addStretch(matrix: Float64Array, tally: Float64Array, m: number, length: number): void {
  const k = tally.length;
  const weight = length / (m - 1);
  for (let c = 0; c < k; c += 1) {
    const countC = tally[c]!;
    if (countC === 0) continue;
    for (let d = 0; d < k; d += 1) {
      matrix[c * k + d]! += weight * countC * (c === d ? countC - 1 : tally[d]!);
    }
  }
}

/**
 * Nominal alpha over characters from a (summed) matrix of `characterCoincidences`.
 * Undefined when no article was submitted by two annotators, and when all characters are alike.
 * Cost: O(k²).
 */
export function alphaFromCoincidences(matrix: Float64Array, categoryCount: number): AlphaResult {
  const k = categoryCount + 1;
  const margins = marginsOfCoincidences(matrix, k);
  let agreeing = 0;
  for (let c = 0; c < k; c += 1) agreeing += matrix[c * k + c]!;
  return alphaFromMargins(margins, agreeing);
}

/** @param agreeing sum of the matrix's diagonal. */
export function alphaFromMargins(
  margins: Float64Array | readonly number[],
  agreeing: number,
): AlphaResult {
  let pairable = 0;
  let squares = 0;
  for (let at = 0; at < margins.length; at += 1) {
    const margin = margins[at]!;
    pairable += margin;
    squares += margin * margin;
  }
  if (pairable === 0) {
    const alpha = notDefined("No article was submitted by two annotators.");
    return { alpha, observed: 0, expected: 0, pairable };
  }
  const observed = (pairable - agreeing) / pairable;
  const expected = (pairable * pairable - squares) / (pairable * (pairable - 1));
  const alpha =
    expected > 0
      ? { value: 1 - observed / expected }
      : notDefined(
          margins.at(-1) === pairable
            ? "Nobody marked anything."
            : "Everyone marked every character alike.",
        );
  return { alpha, observed, expected, pairable };
}
