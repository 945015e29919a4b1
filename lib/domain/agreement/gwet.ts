import { agreementWeights, type WeightScheme } from "./agreement-weights";
import { beyondChance, notDefined } from "./coefficient";
import type { ChanceCorrected } from "./cohen-kappa";
import { categoryPrevalence } from "./fleiss-kappa";
import { percentAgreement } from "./percent-agreement";
import { isConstant, type Profiles } from "./ratings";

/** Gwet's AC1: `gwetAc2` without credit for near agreement. Keeps its value under skew. */
export function gwetAc1(ratings: Profiles): ChanceCorrected {
  return gwetAc2(ratings, "identity");
}

/**
 * Gwet's AC2 for any number of annotators with missing ratings. Chance agreement is
 * T_w / (q(q − 1)) · Σ p(1 − p), with T_w the sum of all weights: small when one category
 * dominates, where kappa collapses.
 *
 * Units rated once inform the prevalence of the categories, not the observed agreement.
 * Undefined when no unit was rated twice and, unlike irrCAC's 1.0, when nothing varies.
 * Cost: O(units · q²).
 * Source: K. L. Gwet (2008) and Handbook of Inter-Rater Reliability (2014), as in irrCAC 1.4.
 */
export function gwetAc2(ratings: Profiles, scheme: WeightScheme): ChanceCorrected {
  const weights = agreementWeights(ratings.categories, scheme);
  const observed = percentAgreement(ratings, weights);
  const q = ratings.categories.length;
  const spread = categoryPrevalence(ratings).reduce((sum, p) => sum + p * (1 - p), 0);
  const credit = weights.flat().reduce((sum, weight) => sum + weight, 0);
  const expected = q < 2 ? NaN : (credit * spread) / (q * (q - 1));
  if (observed.value === null) return { coefficient: observed, observed: NaN, expected };
  return {
    coefficient: isConstant(ratings)
      ? notDefined("Every rating has the same value, so nothing can be told from chance.")
      : beyondChance(observed.value, expected),
    observed: observed.value,
    expected,
  };
}
