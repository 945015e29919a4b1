import { beyondChance, type Coefficient, notDefined } from "./coefficient";
import type { ChanceCorrected } from "./cohen-kappa";
import { percentAgreement } from "./percent-agreement";
import { type Profiles, sizeOf } from "./ratings";

/**
 * Fleiss' kappa: Scott's pi for any number of annotators, who need not be the same for each unit.
 *
 * Fleiss assumes equally many ratings per unit. With missing ratings this is Gwet's extension:
 * each unit weighs the same in the prevalence of a category, and units rated once count there but
 * not in the observed agreement.
 * Undefined when no unit was rated twice or only one category was used.
 * Source: J. L. Fleiss (1971); Gwet (2014), as in irrCAC 1.4.
 */
export function fleissKappa(
  ratings: Profiles,
  weights?: readonly (readonly number[])[],
): ChanceCorrected {
  const observed = percentAgreement(ratings, weights);
  const prevalence = categoryPrevalence(ratings);
  const expected = prevalence.reduce(
    (sum, p, c) =>
      sum + (weights ? prevalence.reduce((s, r, k) => s + p * r * weights[c]![k]!, 0) : p * p),
    0,
  );
  if (observed.value === null) return { coefficient: observed, observed: NaN, expected };
  return {
    coefficient: beyondChance(observed.value, expected),
    observed: observed.value,
    expected,
  };
}

/**
 * Kappa of each category against all others, in the order of `categories`; undefined for one that
 * nobody, or everybody everywhere, used. Source: Fleiss (1971), p. 381.
 */
export function fleissCategoryKappas(ratings: Profiles): Coefficient[] {
  const prevalence = categoryPrevalence(ratings);
  return prevalence.map((p, c) => {
    let disagreement = 0;
    let units = 0;
    for (const profile of ratings.profiles) {
      const size = sizeOf(profile);
      if (size < 2) continue;
      const inside = profile.counts[c]!;
      units += profile.weight;
      disagreement += (profile.weight * inside * (size - inside)) / (size * (size - 1));
    }
    if (units === 0) return notDefined("No unit was rated twice.");
    if (p === 0 || p >= 1) return notDefined("The category does not vary.");
    return { value: 1 - disagreement / units / (p * (1 - p)) };
  });
}

/** Mean share of each category over the rated units, one-rating units included. */
export function categoryPrevalence({ categories, profiles }: Profiles): number[] {
  const prevalence = new Array<number>(categories.length).fill(0);
  let units = 0;
  for (const profile of profiles) {
    const size = sizeOf(profile);
    if (size === 0) continue;
    units += profile.weight;
    profile.counts.forEach((count, c) => (prevalence[c]! += (profile.weight * count) / size));
  }
  return prevalence.map((sum) => (units === 0 ? 0 : sum / units));
}
