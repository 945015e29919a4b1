import { type SubmittedLayer, tagWidth } from "./article-sums";
import { binaryCharacterCounts, binaryCountWidth } from "./binary-character-alpha";

/**
 * Counts the marked and shared characters of each tag anew, where an annotator's spans of one tag
 * overlap and their characters are to count once. Cost: O(s log s + tags).
 * @param tagRows rows of `tagWidth`, whose numbers of spans stay.
 */
export function sweepTags(
  tagRows: Float64Array,
  nCodePoints: number,
  layers: readonly SubmittedLayer[],
  tagAt: ReadonlyMap<string, number>,
): void {
  const known = layers.map(({ annotatorId, spans }) => ({
    annotatorId,
    spans: spans.flatMap(({ segment, start, end, tagId }) => {
      const categoryIndex = segment === "body" ? tagAt.get(tagId) : undefined;
      return categoryIndex === undefined ? [] : [{ start, end, categoryIndex }];
    }),
  }));
  const counts = binaryCharacterCounts(
    { lengthCodePoints: nCodePoints, layers: known },
    tagAt.size,
  );
  for (let tag = 0; tag < tagAt.size; tag += 1) {
    const [disagreeing = 0, marked = 0] = counts.subarray(tag * binaryCountWidth);
    tagRows[tag * tagWidth + 1] = marked;
    // Whole, but for rounding in the division that is undone here.
    tagRows[tag * tagWidth + 2] = Math.round(((marked - disagreeing) * (layers.length - 1)) / 2);
  }
}
