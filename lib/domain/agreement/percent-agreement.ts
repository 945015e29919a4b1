import { type Coefficient, notDefined } from "./coefficient";
import { type Profiles, sizeOf } from "./ratings";

/**
 * Share of agreeing pairs of ratings within a unit, averaged over the units rated at least twice.
 * Not corrected for chance, and so never shown alone.
 *
 * @param weights q × q credit between 0 and 1 for near agreement; identity if left out.
 * Cost: O(units · q), with weights O(units · q²).
 */
export function percentAgreement(
  { profiles }: Profiles,
  weights?: readonly (readonly number[])[],
): Coefficient {
  let agreement = 0;
  let units = 0;
  for (const profile of profiles) {
    const size = sizeOf(profile);
    if (size < 2) continue;
    units += profile.weight;
    let pairs = 0;
    profile.counts.forEach((count, c) => {
      if (count === 0) return;
      const credited = weights
        ? profile.counts.reduce((sum, other, k) => sum + other * weights[c]![k]!, 0)
        : count;
      pairs += count * (credited - 1);
    });
    agreement += (profile.weight * pairs) / (size * (size - 1));
  }
  return units === 0 ? notDefined("No unit was rated twice.") : { value: agreement / units };
}
