import type { Codebook } from "../codebook/codebook";
import type { Span } from "../spans/span";
import { binaryCharacterCounts } from "./binary-character-alpha";
import { type PairStatistics, pairStatistics } from "./pair-statistics";

/** One submitted layer; without spans it says "nothing here". */
export type SubmittedLayer = { annotatorId: string; spans: readonly Span[] };

/** Disagreeing pairs, marked characters, pairable characters; they add up over articles. */
export type BinaryCounts = readonly [disagreeing: number, marked: number, pairable: number];

/**
 * All that the agreement of a project needs to know about one article. Everything in it adds up,
 * so a project's figures are sums of these, and a resample of articles is a weighted sum.
 */
export type ArticleStatistics = {
  annotatorIds: readonly string[];
  /** By tag id, for tags that anybody used here. */
  tags: Readonly<Record<string, BinaryCounts>>;
  /** By family id, for every family: marked with any of its tags or not. */
  families: Readonly<Record<string, BinaryCounts>>;
  /** Spans by tag id, of all annotators. */
  spanCounts: Readonly<Record<string, number>>;
  /** Body length times annotators: what `pairable` is for a tag that nobody used here. */
  pairable: number;
  pairs: readonly PairStatistics[];
};

/**
 * Statistics of one article's body from its submitted layers; titles are too short to be a
 * continuum of their own. Null when fewer than two annotators submitted: nothing to compare.
 * Cost: O(s log s) for the characters, and a matching inside each cluster of overlapping spans.
 */
export function articleStatistics(
  { families }: Codebook,
  bodyLength: number,
  layers: readonly SubmittedLayer[],
): ArticleStatistics | null {
  if (layers.length < 2) return null;
  const familyIdOf = new Map(
    families.flatMap(({ id, tags }) => tags.map((tag) => [tag.id, id] as const)),
  );
  const body = [...layers]
    .sort((a, b) => (a.annotatorId < b.annotatorId ? -1 : 1))
    .map(({ annotatorId, spans }) => ({
      annotatorId,
      spans: spans
        .filter(({ segment, tagId }) => segment === "body" && familyIdOf.has(tagId))
        .map(({ start, end, tagId }) => ({ start, end, tag: tagId })),
    }));
  const used = [...new Set(body.flatMap(({ spans }) => spans.map(({ tag }) => tag)))].sort();
  const familyIds = families.map(({ id }) => id);
  const countBy = (names: readonly string[], nameOf: (tag: string) => string | undefined) => {
    const counts = binaryCharacterCounts(
      {
        lengthCodePoints: bodyLength,
        layers: body.map(({ annotatorId, spans }) => ({
          annotatorId,
          spans: spans.map((span) => ({
            ...span,
            categoryIndex: names.indexOf(nameOf(span.tag) ?? ""),
          })),
        })),
      },
      names.length,
    );
    return Object.fromEntries(
      names.map((name, at): [string, BinaryCounts] => [
        name,
        [counts[at * 3] ?? 0, counts[at * 3 + 1] ?? 0, counts[at * 3 + 2] ?? 0],
      ]),
    );
  };
  const spanCounts: Record<string, number> = {};
  for (const { tag } of body.flatMap(({ spans }) => spans)) {
    spanCounts[tag] = (spanCounts[tag] ?? 0) + 1;
  }
  return {
    annotatorIds: body.map(({ annotatorId }) => annotatorId),
    tags: countBy(used, (tag) => tag),
    families: countBy(familyIds, (tag) => familyIdOf.get(tag)),
    spanCounts,
    pairable: bodyLength * body.length,
    pairs: body.flatMap((first, at) =>
      body
        .slice(at + 1)
        .map((second) =>
          pairStatistics(first, second, bodyLength, familyIds, (tag) => familyIdOf.get(tag)),
        ),
    ),
  };
}
