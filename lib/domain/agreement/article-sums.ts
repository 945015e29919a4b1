import type { CountedSpan } from "./span-columns";

/** One submitted layer; without spans it says "nothing here". */
export type SubmittedLayer = { annotatorId: string; spans: readonly CountedSpan[] };

/**
 * All that the agreement of a project needs to know about one article. Everything in it adds up,
 * so a project's figures are sums of these, and a resample of articles is a weighted sum. Rows of
 * numbers in flat arrays, whole and without zeros where possible: a project has many of them.
 *
 * "Shared" characters are those that both of two annotators marked, over their pairs: Σ n₁(n₁ − 1)/2.
 */
export type ArticleStatistics = {
  /** Sorted. */
  annotatorIds: readonly string[];
  nCodePoints: number;
  /** Tags that anybody used here. */
  tagIds: readonly string[];
  /** A row of `tagWidth` for each of `tagIds`: spans, marked characters, shared ones. */
  tags: readonly number[];
  /** Families of those tags. */
  familyIds: readonly string[];
  /**
   * A row of `familyWidth` for each of `familyIds`: marked characters (with any of its tags),
   * shared ones; and over pairs of annotators: spans compared, noticed, matched, same edges.
   */
  families: readonly number[];
  /**
   * A row of `pairWidth` for each pair and family where either marked something: places of both in
   * `annotatorIds`, of the family in `familyIds`, spans of both, exact and similar matches, marked
   * characters of both, shared ones.
   */
  pairs: readonly number[];
  /** Rows of three: tags, as places in `tagIds`, of the first and second of matched pairs; pairs. */
  confusion: readonly number[];
};
export const tagWidth = 3;
export const familyWidth = 6;
export const pairWidth = 8;

/** By annotator; mostly they are already. */
export function inOrder(layers: readonly SubmittedLayer[]): readonly SubmittedLayer[] {
  for (let at = 1; at < layers.length; at += 1) {
    if (byAnnotator(layers[at - 1]!, layers[at]!) > 0) return [...layers].sort(byAnnotator);
  }
  return layers;
}

function byAnnotator(a: SubmittedLayer, b: SubmittedLayer): number {
  return a.annotatorId < b.annotatorId ? -1 : 1;
}
