import { type Coefficient, notDefined } from "./coefficient";
import { maximumWeightMatching } from "./maximum-weight-matching";

/** A tagged half-open range [start, end) in code points, of one annotator on one segment. */
export type TaggedRange = { start: number; end: number; tag: string };

/** Whether two spans must carry the same tag to match. */
export type TagRule = "same" | "any";

export type SpanScore = {
  f1: Coefficient;
  precision: Coefficient;
  recall: Coefficient;
  /** Number of spans of the first and the second annotator that found a match. */
  matched: readonly [first: number, second: number];
};

/**
 * F1 over spans that are exactly alike, each matched once. Cost: O(s).
 *
 * Precision is the share of the second annotator's spans that match, recall that of the first's;
 * F1 does not change when they are swapped. Undefined when neither marked anything, which the
 * SemEval scorer counts as 1; 0 when only one did.
 */
export function exactSpanF1(
  first: readonly TaggedRange[],
  second: readonly TaggedRange[],
  tags: TagRule = "same",
): SpanScore {
  const keyOf = ({ start, end, tag }: TaggedRange) =>
    JSON.stringify(tags === "same" ? [start, end, tag] : [start, end]);
  const open = new Map<string, number>();
  for (const span of first) open.set(keyOf(span), (open.get(keyOf(span)) ?? 0) + 1);
  let hits = 0;
  for (const span of second) {
    const left = open.get(keyOf(span)) ?? 0;
    if (left === 0) continue;
    open.set(keyOf(span), left - 1);
    hits += 1;
  }
  return scoreOf([hits, hits], first.length, second.length);
}

/**
 * F1 where a span counts as found when any span of the other annotator overlaps it, so one long
 * span may find several. Cost: O(s²).
 */
export function overlapSpanF1(
  first: readonly TaggedRange[],
  second: readonly TaggedRange[],
  tags: TagRule = "same",
): SpanScore {
  const found = (spans: readonly TaggedRange[], others: readonly TaggedRange[]) =>
    spans.filter((a) => others.some((b) => mayMatch(a, b, tags) && overlapLength(a, b) > 0)).length;
  return scoreOf([found(first, second), found(second, first)], first.length, second.length);
}

/**
 * F1 over a one-to-one matching of as many spans as possible whose intersection over union
 * reaches the threshold. Cost: O(s³).
 */
export function iouSpanF1(
  first: readonly TaggedRange[],
  second: readonly TaggedRange[],
  tags: TagRule = "same",
  threshold = 0.5,
): SpanScore {
  const most = Math.min(first.length, second.length) + 1;
  const pairs = maximumWeightMatching(first.length, second.length, (i, j) => {
    const [a, b] = [first[i]!, second[j]!];
    const iou = mayMatch(a, b, tags) ? intersectionOverUnion(a, b) : 0;
    // A further pair outweighs any better fit of the others.
    return iou >= threshold && iou > 0 ? most + iou : 0;
  });
  return scoreOf([pairs.length, pairs.length], first.length, second.length);
}

/** Code points that two ranges share. */
export function overlapLength(
  a: Pick<TaggedRange, "start" | "end">,
  b: Pick<TaggedRange, "start" | "end">,
): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Shared over covered code points, in [0, 1]; 0 for two empty ranges. */
export function intersectionOverUnion(a: TaggedRange, b: TaggedRange): number {
  const shared = overlapLength(a, b);
  return shared === 0 ? 0 : shared / (a.end - a.start + b.end - b.start - shared);
}

function mayMatch(a: TaggedRange, b: TaggedRange, tags: TagRule): boolean {
  return tags === "any" || a.tag === b.tag;
}

function scoreOf(matched: [number, number], first: number, second: number): SpanScore {
  const share = (hits: number, all: number): Coefficient =>
    all === 0 ? notDefined("The annotator marked nothing.") : { value: hits / all };
  const [recall, precision] = [share(matched[0], first), share(matched[1], second)];
  return { f1: harmonicMean(precision, recall), precision, recall, matched };
}

/** Undefined when both are, 0 when only one is or both are 0. */
export function harmonicMean(precision: Coefficient, recall: Coefficient): Coefficient {
  if (precision.value === null && recall.value === null) {
    return notDefined("Neither annotator marked anything.");
  }
  const [p, r] = [precision.value ?? 0, recall.value ?? 0];
  return { value: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}
