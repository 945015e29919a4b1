import type { AttributeValue } from "../spans/span";
import type { CountedSpan } from "./span-columns";

/** An answer to a document question: one value, or several where several may be chosen. */
export type AnswerValue = string | number | readonly string[];

/** One submitted layer; without spans it says "nothing here". */
export type SubmittedLayer = {
  annotatorId: string;
  spans: readonly CountedSpan[];
  /** By question. */
  answers?: Readonly<Record<string, AnswerValue>>;
  /** Day in UTC, such as 2026-01-31. */
  submittedOn?: string | null;
  /** Number of the codebook version that the layer was made under. */
  codebookNumber?: number;
};

/**
 * All that the agreement of a project needs to know about one article. Everything in it adds up,
 * so a project's figures are sums of these, and a resample of articles is a weighted sum. Rows of
 * numbers in flat arrays, whole and without zeros where possible: a project has many of them.
 *
 * "Shared" characters are those that both of two annotators marked, over their pairs: Σ n₁(n₁ − 1)/2.
 */
export type ArticleStatistics = {
  /** Of this shape: what was stored under another is counted again. */
  version: number;
  /** Day of the last submission that is counted here; null where it isn't known. */
  submittedOn: string | null;
  /** Newest codebook version that a layer was made under; null where it isn't known. */
  codebookNumber: number | null;
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
   * `annotatorIds`, of the family in `familyIds`, spans of the first and of the second; the
   * numbers of `PairTally` from `exact` to `secondCredit`; marked characters of both, shared ones.
   */
  pairs: readonly number[];
  /** Rows of three: tags, as places in `tagIds`, of the first and second of matched pairs; pairs. */
  confusion: readonly number[];
  /** Values of rated attributes on matched pairs; see `AttributePairs`. */
  attributes: readonly AttributePair[];
  /** What was answered, by question, in the order of `annotatorIds` without those who did not. */
  answers: Readonly<Record<string, readonly AnswerValue[]>>;
};
export const statisticsVersion = 2;
export const tagWidth = 3;
export const familyWidth = 6;
/** Numbers of a `PairTally` that a row of pairs holds. */
export const scoreWidth = 8;
export const pairWidth = 7 + scoreWidth;

/** Family, attribute, the two values in ascending order, and on how many matched pairs. */
export type AttributePair = readonly [
  familyId: string,
  attributeId: string,
  value: AttributeValue,
  other: AttributeValue,
  nPairs: number,
];

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
