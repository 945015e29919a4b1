import { type Coefficient, notDefined } from "./coefficient";
import { cohenKappa } from "./cohen-kappa";
import { maximumWeightMatching } from "./maximum-weight-matching";
import { intersectionOverUnion, type TaggedRange } from "./span-f1";

export type TagAgreement = {
  /** Pairs of overlapping spans that were compared. */
  pairs: number;
  /** Share of pairs with the same tag, and the same beyond chance. */
  agreement: Coefficient;
  kappa: Coefficient;
  /** `table[i][j]` pairs that the first annotator tagged `tags[i]` and the second `tags[j]`. */
  tags: readonly string[];
  table: readonly (readonly number[])[];
};

/**
 * Matches overlapping spans of two annotators one to one, whatever their tags, so that the sum of
 * their intersections over union is greatest. Returns index pairs. Cost: O(s³).
 */
export function matchOverlappingSpans(
  first: readonly TaggedRange[],
  second: readonly TaggedRange[],
): [first: number, second: number][] {
  return maximumWeightMatching(first.length, second.length, (i, j) =>
    intersectionOverUnion(first[i]!, second[j]!),
  );
}

/**
 * Given that both marked the same place, do they choose the same tag? The where and the what of
 * disagreement need different repairs. Takes the matched pairs of one or many articles.
 *
 * Undefined without pairs, and kappa also when both only ever used one and the same tag.
 */
export function tagAgreement(
  pairs: readonly (readonly [firstTag: string, secondTag: string])[],
): TagAgreement {
  const tags = [...new Set(pairs.flat())].sort();
  const index = new Map(tags.map((tag, i) => [tag, i]));
  const table = tags.map(() => new Array<number>(tags.length).fill(0));
  for (const [a, b] of pairs) table[index.get(a)!]![index.get(b)!]! += 1;
  if (pairs.length === 0) {
    const none = notDefined("No span of one annotator overlaps a span of the other.");
    return { pairs: 0, agreement: none, kappa: none, tags, table };
  }
  const { coefficient: kappa, observed } = cohenKappa(table);
  return { pairs: pairs.length, agreement: { value: observed }, kappa, tags, table };
}
