import { binaryCharacterCounts } from "./binary-character-alpha";
import { exactSpanF1, iouSpanF1, overlapSpanF1, type TaggedRange } from "./span-f1";
import { matchOverlappingSpans } from "./tag-agreement";

type PairLayer = { annotatorId: string; spans: readonly TaggedRange[] };

/** Counts of two annotators' spans of one family on one article; all add up over articles. */
export type FamilyPair = {
  /** Spans of the first and of the second annotator. */
  spans: readonly [number, number];
  /** Spans that stand in both layers with the same edges and tag, matched one to one. */
  exact: number;
  /** The same with an intersection over union of .5 or more. */
  similar: number;
  /** Spans of each that any span of the other overlaps, whatever the tags. */
  noticed: readonly [number, number];
  /** Overlapping spans matched one to one whatever the tags, and those with the same edges. */
  matched: number;
  sameEdges: number;
  /** Matched pairs by `first tag>second tag`. */
  confusion: Readonly<Record<string, number>>;
  /** Binary counts over characters: disagreeing pairs, marked, pairable. */
  characters: readonly [number, number, number];
};
export type PairStatistics = {
  annotatorIds: readonly [string, string];
  families: Readonly<Record<string, FamilyPair>>;
};

/** Everything that is counted between two annotators of one article, by family. */
export function pairStatistics(
  first: PairLayer,
  second: PairLayer,
  bodyLength: number,
  familyIds: readonly string[],
  familyIdOf: (tag: string) => string | undefined,
): PairStatistics {
  const ofFamily = (familyId: string): FamilyPair => {
    const inFamily = ({ tag }: TaggedRange) => familyIdOf(tag) === familyId;
    return countFamily(first.spans.filter(inFamily), second.spans.filter(inFamily), bodyLength);
  };
  return {
    annotatorIds: [first.annotatorId, second.annotatorId],
    families: Object.fromEntries(familyIds.map((id) => [id, ofFamily(id)])),
  };
}

function countFamily(
  a: readonly TaggedRange[],
  b: readonly TaggedRange[],
  bodyLength: number,
): FamilyPair {
  const noticed = overlapSpanF1(a, b, "any").matched;
  const confusion: Record<string, number> = {};
  let [similar, matched, sameEdges] = [0, 0, 0];
  // Matching is cubic in the spans it sees, and spans of different clusters never match.
  for (const cluster of overlapClusters(a, b)) {
    similar += iouSpanF1(cluster.a, cluster.b).matched[0];
    for (const [i, j] of matchOverlappingSpans(cluster.a, cluster.b)) {
      const [one, other] = [cluster.a[i], cluster.b[j]];
      if (!one || !other) continue;
      matched += 1;
      if (one.start === other.start && one.end === other.end) sameEdges += 1;
      const key = `${one.tag}>${other.tag}`;
      confusion[key] = (confusion[key] ?? 0) + 1;
    }
  }
  const toLayer = (spans: readonly TaggedRange[], at: number) => ({
    annotatorId: String(at),
    spans: spans.map(({ start, end }) => ({ start, end, categoryIndex: 0 })),
  });
  const counts = binaryCharacterCounts(
    { lengthCodePoints: bodyLength, layers: [a, b].map(toLayer) },
    1,
  );
  return {
    spans: [a.length, b.length],
    exact: exactSpanF1(a, b).matched[0],
    similar,
    noticed,
    matched,
    sameEdges,
    confusion,
    characters: [counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0],
  };
}

/** Groups of spans that overlap, directly or through others. Cost: O(s log s). */
function overlapClusters(a: readonly TaggedRange[], b: readonly TaggedRange[]) {
  const all = [
    ...a.map((span) => ({ span, isFirst: true })),
    ...b.map((span) => ({ span, isFirst: false })),
  ].sort((x, y) => x.span.start - y.span.start || x.span.end - y.span.end);
  const clusters: { a: TaggedRange[]; b: TaggedRange[] }[] = [];
  let reach = -1;
  for (const { span, isFirst } of all) {
    if (span.start >= reach) clusters.push({ a: [], b: [] });
    clusters.at(-1)?.[isFirst ? "a" : "b"].push(span);
    reach = Math.max(reach, span.end);
  }
  return clusters.filter((cluster) => cluster.a.length > 0 && cluster.b.length > 0);
}
