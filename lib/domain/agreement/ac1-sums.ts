import { beyondChance, type Coefficient, notDefined } from "./coefficient";

/**
 * Gwet's AC1 of "marked or not" over characters, from sums over articles. Every character weighs
 * the same, however many annotators read it.
 * Source: K. L. Gwet (2008), for two categories: chance agreement is 2π(1 − π).
 */
export class Ac1Sums {
  nCodePoints = 0;
  /** Mean disagreement of pairs and mean share of marks, summed over characters. */
  private readonly apart: Float64Array;
  private readonly marked: Float64Array;

  constructor(nCategories: number) {
    this.apart = new Float64Array(nCategories);
    this.marked = new Float64Array(nCategories);
  }

  /** @param disagreeing Σ n₁n₀ / (m − 1) and @param marked Σ n₁ over an article's characters. */
  add(category: number, nAnnotators: number, disagreeing: number, marked: number): void {
    this.apart[category]! += (2 * disagreeing) / nAnnotators;
    this.marked[category]! += marked / nAnnotators;
  }

  of(category: number): Coefficient {
    return ac1Of(this.apart[category] ?? 0, this.marked[category] ?? 0, this.nCodePoints);
  }
}

/**
 * AC1 from sums over characters: mean disagreement of pairs, and mean share of marks. Undefined
 * without characters, and when nobody or everybody marked everything.
 */
export function ac1Of(apart: number, marked: number, nCodePoints: number): Coefficient {
  if (nCodePoints === 0) return notDefined("No article was submitted by two annotators.");
  const share = marked / nCodePoints;
  if (share === 0) return notDefined("Nobody marked anything.");
  if (share === 1) return notDefined("Everyone marked every character alike.");
  return beyondChance(1 - apart / nCodePoints, 2 * share * (1 - share));
}
