import type { Unit } from "./unitizing";

export type GammaWeights = {
  /** Weight of position and of category. */
  alpha: number;
  beta: number;
  /** Δ∅, the cost of a unit that is paired with nothing; the scale of all dissimilarities. */
  deltaEmpty: number;
};

export const defaultGammaWeights: GammaWeights = { alpha: 1, beta: 1, deltaEmpty: 1 };

/**
 * Positional dissimilarity ((|Δstart| + |Δend|) / (length + length))² · Δ∅: 0 for the same place,
 * without upper bound, unchanged when the text is stretched.
 * Source: Mathet, Widlöcher & Métivier (2015), eq. 2.
 */
export function positionalDissimilarity(
  a: Pick<Unit, "start" | "end">,
  b: Pick<Unit, "start" | "end">,
  deltaEmpty = 1,
): number {
  const shift = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  return (shift / (a.end - a.start + b.end - b.start)) ** 2 * deltaEmpty;
}

/** α · position + β · category, where different categories are Δ∅ apart. */
export function combinedDissimilarity(a: Unit, b: Unit, weights: GammaWeights): number {
  const { alpha, beta, deltaEmpty } = weights;
  const category = a.category === b.category ? 0 : deltaEmpty;
  return alpha * positionalDissimilarity(a, b, deltaEmpty) + beta * category;
}
