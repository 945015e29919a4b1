import { beyondChance, notDefined } from "./coefficient";
import type { ChanceCorrected } from "./cohen-kappa";
import { percentAgreement } from "./percent-agreement";
import { isConstant, type Profiles } from "./ratings";

/**
 * Bennett, Alpert and Goldstein's S: chance is 1/q whatever the annotators chose. With more than
 * two annotators it is Brennan and Prediger's (and Randolph's free-marginal) kappa.
 *
 * Every offered category counts in q, used or not, so pass them all.
 * Undefined when no unit was rated twice, when there is one category, and when nothing varies.
 * Source: Bennett, Alpert & Goldstein (1954); Brennan & Prediger (1981).
 */
export function bennettS(
  ratings: Profiles,
  weights?: readonly (readonly number[])[],
): ChanceCorrected {
  const observed = percentAgreement(ratings, weights);
  const q = ratings.categories.length;
  const credit = weights ? weights.flat().reduce((sum, weight) => sum + weight, 0) : q;
  const expected = q === 0 ? NaN : credit / q ** 2;
  if (observed.value === null) return { coefficient: observed, observed: NaN, expected };
  return {
    coefficient: isConstant(ratings)
      ? notDefined("Every rating has the same value, so nothing can be told from chance.")
      : beyondChance(observed.value, expected),
    observed: observed.value,
    expected,
  };
}
