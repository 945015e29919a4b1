import { type Coefficient, notDefined } from "./coefficient";
import { type Alignment, bestAlignment } from "./gamma-alignment";
import {
  defaultGammaWeights,
  type GammaWeights,
  positionalDissimilarity,
} from "./gamma-dissimilarity";
import { type GammaSampler, sampleLayers } from "./gamma-samplers";
import { seededRandom } from "./random-source";
import type { Unit } from "./unitizing";

export type GammaOptions = GammaWeights & {
  samples: number;
  seed: number;
  sampler: GammaSampler;
  /**
   * For gamma-cat and gamma-k only: whether a unit that an annotator has no counterpart for is a
   * disagreement about its category, as in pygamma's published test values, or says nothing.
   */
  unaligned: "disagrees" | "says nothing";
};

export type GammaResult = {
  gamma: Coefficient;
  /** Agreement on the categories of aligned units, weighted by how well they are placed. */
  gammaCat: Coefficient;
  /** The same for pairs in which the category occurs. */
  byCategory: ReadonlyMap<string, Coefficient>;
  observedDisorder: number;
  expectedDisorder: number;
  /** False when some alignment was not searched to the end. */
  isOptimal: boolean;
};

/**
 * Gamma = 1 − observed / expected disorder of the best alignment: agreement on place and category
 * at once, with overlapping and nested units allowed.
 *
 * The expected disorder is a mean over `samples` random layers, so the value carries sampling
 * noise that the seed only freezes; name sampler, samples and seed beside it.
 * Undefined when nobody marked anything and for one or more than three annotators.
 * Cost: samples + 1 best alignments; see `bestAlignment`. Meant for a background job.
 * Source: Mathet, Widlöcher & Métivier (2015); gamma-cat and gamma-k: Mathet (2017).
 */
export function gammaAgreement(
  annotators: readonly (readonly Unit[])[],
  options: Partial<GammaOptions> = {},
): GammaResult {
  const { samples = 30, seed = 1, sampler = "statistical" } = options;
  const { unaligned = "disagrees" } = options;
  const weights = { ...defaultGammaWeights, ...options };
  const reason = whyUndefined(annotators);
  if (reason !== null) {
    const none = notDefined(reason);
    const empty = { observedDisorder: NaN, expectedDisorder: NaN, isOptimal: true };
    return { gamma: none, gammaCat: none, byCategory: new Map(), ...empty };
  }
  const observed = bestAlignment(annotators, weights);
  const random = seededRandom(seed);
  const chance = Array.from({ length: samples }, () =>
    bestAlignment(sampleLayers(sampler, annotators, random), weights),
  );
  const expectedDisorder = meanOf(chance.map(({ disorder }) => disorder));
  const categoryGamma = (category: string | null): Coefficient => {
    const seen = categoryDisorder(observed, { ...weights, unaligned }, category);
    if (seen === null) return notDefined("No two units are aligned, so no category is compared.");
    const byChance = chance.map((one) =>
      categoryDisorder(one, { ...weights, unaligned }, category),
    );
    return oneMinus(seen, meanOf(byChance.filter((value) => value !== null)));
  };
  const categories = [...new Set(annotators.flat().map(({ category }) => category))];
  return {
    gamma: oneMinus(observed.disorder, expectedDisorder),
    gammaCat: categoryGamma(null),
    byCategory: new Map(categories.map((category) => [category, categoryGamma(category)])),
    observedDisorder: observed.disorder,
    expectedDisorder,
    isOptimal: observed.isOptimal && chance.every(({ isOptimal }) => isOptimal),
  };
}

function whyUndefined(annotators: readonly (readonly Unit[])[]): string | null {
  if (annotators.length < 2) return "Only one annotator finished this text.";
  if (annotators.length > 3) return "Gamma is computed for at most three annotators.";
  if (annotators.every(({ length }) => length === 0)) return "Nobody marked anything.";
  return null;
}

function oneMinus(observed: number, expected: number): Coefficient {
  if (observed === 0) return { value: 1 };
  if (!(expected > 0)) return notDefined("Chance alone could not have produced a disagreement.");
  return { value: 1 - observed / expected };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Mean categorical dissimilarity of aligned pairs, in [0, 1]; of those with the given category
 * unless it is null. Null when there is no such pair.
 */
function categoryDisorder(
  { unitary }: Alignment,
  { alpha, unaligned }: Pick<GammaOptions, "alpha" | "unaligned">,
  category: string | null,
): number | null {
  let sum = 0;
  let total = 0;
  for (const group of unitary) {
    const present = group.filter((unit) => unit !== null).length;
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1)) {
        if (category !== null && a?.category !== category && b?.category !== category) continue;
        if (a && b) {
          const confidence = Math.max(0, 1 - alpha * positionalDissimilarity(a, b));
          const weight = confidence / (present - 1);
          total += weight;
          if (a.category !== b.category) sum += weight;
        } else if ((a ?? b) && unaligned === "disagrees") {
          total += 1;
          sum += 1;
        }
      }
    });
  }
  return total > 0 ? sum / total : null;
}
