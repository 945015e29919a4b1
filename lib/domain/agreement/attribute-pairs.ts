import { attributesOf, type Codebook, comparedFamilies } from "../codebook/codebook";
import type { Attributes, AttributeValue } from "../spans/span";
import type { AttributePair } from "./article-sums";

/** Attributes that can be agreed on: a closed list of values, or steps of a scale. */
export type RatedAttribute = { familyId: string; attributeId: string; isOrdinal: boolean };

/** Rated attributes of every family, the common ones among them, in the codebook's order. */
export function ratedAttributes(codebook: Codebook): RatedAttribute[] {
  return comparedFamilies(codebook).flatMap(({ id: familyId }) =>
    attributesOf(codebook, familyId).flatMap(({ id: attributeId, kind }) =>
      kind === "enum" || kind === "ordinal"
        ? [{ familyId, attributeId, isOrdinal: kind === "ordinal" }]
        : [],
    ),
  );
}

/** Counts which values two annotators gave to spans of theirs that were matched. */
export class AttributePairs {
  private readonly byFamily: readonly (readonly RatedAttribute[])[];
  private readonly counts = new Map<string, [...AttributePair]>();

  constructor(codebook: Codebook) {
    const rated = ratedAttributes(codebook);
    this.byFamily = comparedFamilies(codebook).map(({ id }) =>
      rated.filter((one) => one.familyId === id),
    );
  }

  /** Only where both gave a value: an attribute left out says nothing. */
  add(family: number, first: Attributes, second: Attributes): void {
    for (const { familyId, attributeId } of this.byFamily[family] ?? []) {
      const a = first[attributeId];
      const b = second[attributeId];
      if (a === undefined || b === undefined) continue;
      const [low, high] = isBefore(b, a) ? [b, a] : [a, b];
      const key = JSON.stringify([familyId, attributeId, low, high]);
      const known = this.counts.get(key);
      if (known) known[4] += 1;
      else this.counts.set(key, [familyId, attributeId, low, high, 1]);
    }
  }

  /** What was counted since the last call. */
  take(): AttributePair[] {
    if (this.counts.size === 0) return [];
    const pairs = [...this.counts.values()];
    this.counts.clear();
    return pairs;
  }
}

function isBefore(a: AttributeValue, b: AttributeValue): boolean {
  return typeof a === "number" && typeof b === "number" ? a < b : String(a) < String(b);
}
