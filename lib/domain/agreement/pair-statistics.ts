import { maximumWeightMatching } from "./maximum-weight-matching";
import type { SpanColumns } from "./span-columns";

/** What is counted of one family between two annotators of an article. */
export type PairTally = {
  /** Spans that stand in both layers with the same edges and tag, matched one to one. */
  exact: number;
  /** The same with an intersection over union of .5 or more. */
  similar: number;
  /** Spans that any span of the other overlaps, whatever the tags. */
  noticed: number;
  /** Overlapping spans matched one to one whatever the tags, and those with the same edges. */
  matched: number;
  sameEdges: number;
};

/** Told of each matched pair, and of characters that spans of one tag share. */
export type PairVisitor = {
  onMatch(firstTag: number, secondTag: number): void;
  onShared(tag: number, start: number, end: number): void;
};

export function emptyTally(): PairTally {
  return { exact: 0, similar: 0, noticed: 0, matched: 0, sameEdges: 0 };
}

/** Past every start, and as small an integer. */
const none = 0x7fffffff;

/**
 * Adds up what two annotators' spans of one family, rows [a, aEnd) and [b, bEnd), have in common.
 * Cost: linear in spans, and cubic inside a cluster of spans that overlap, directly or through
 * others: spans of different clusters never match.
 */
export function tallyPair(
  columns: SpanColumns,
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
  tally: PairTally,
  visitor: PairVisitor,
): void {
  const { starts, ends } = columns;
  while (a < aEnd && b < bEnd) {
    const fromA = a;
    const fromB = b;
    let reach = -1;
    for (;;) {
      const startA = a < aEnd ? starts[a]! : none;
      const startB = b < bEnd ? starts[b]! : none;
      const start = startA <= startB ? startA : startB;
      if (start === none || (reach >= 0 && start >= reach)) break;
      const end = startA <= startB ? ends[a++]! : ends[b++]!;
      if (end > reach) reach = end;
    }
    if (a - fromA === 1 && b - fromB === 1) tallyTwo(columns, fromA, fromB, tally, visitor);
    else if (a > fromA && b > fromB) {
      tallyCluster(columns, fromA, a, fromB, b, tally, visitor);
    }
  }
}

/** The most frequent cluster by far: one span of each. */
function tallyTwo(
  { starts, ends, tags }: SpanColumns,
  a: number,
  b: number,
  tally: PairTally,
  visitor: PairVisitor,
): void {
  const startA = starts[a]!;
  const endA = ends[a]!;
  const startB = starts[b]!;
  const endB = ends[b]!;
  const isSameTag = tags[a] === tags[b];
  const start = startA > startB ? startA : startB;
  const end = endA < endB ? endA : endB;
  tally.noticed += 2;
  tally.matched += 1;
  visitor.onMatch(tags[a]!, tags[b]!);
  const isSamePlace = startA === startB && endA === endB;
  if (isSamePlace) tally.sameEdges += 1;
  if (!isSameTag) return;
  visitor.onShared(tags[a]!, start, end);
  if (isSamePlace) tally.exact += 1;
  const shared = end - start;
  if (shared / (endA - startA + endB - startB - shared) >= 0.5) tally.similar += 1;
}

function tallyCluster(
  columns: SpanColumns,
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
  tally: PairTally,
  visitor: PairVisitor,
): void {
  const { starts, ends, tags } = columns;
  const [nA, nB] = [aEnd - a, bEnd - b];
  const fits = new Float64Array(nA * nB);
  const isNoticed = new Uint8Array(nA + nB);
  const isTaken = new Uint8Array(nB);
  for (let i = 0; i < nA; i += 1) {
    let isExact = false;
    for (let j = 0; j < nB; j += 1) {
      const start = Math.max(starts[a + i]!, starts[b + j]!);
      const end = Math.min(ends[a + i]!, ends[b + j]!);
      if (start >= end) continue;
      isNoticed[i] = isNoticed[nA + j] = 1;
      const all = lengthOf(columns, a + i) + lengthOf(columns, b + j);
      const shared = end - start;
      fits[i * nB + j] = shared / (all - shared);
      if (tags[a + i] !== tags[b + j]) continue;
      visitor.onShared(tags[a + i]!, start, end);
      if (!isExact && !isTaken[j] && isSamePlace(columns, a + i, b + j)) {
        isExact = true;
        isTaken[j] = 1;
        tally.exact += 1;
      }
    }
  }
  for (const flag of isNoticed) tally.noticed += flag;
  // A further pair outweighs any better fit of the others.
  const most = Math.min(nA, nB) + 1;
  tally.similar += match(nA, nB, (i, j) => {
    const fit = fits[i * nB + j]!;
    return fit >= 0.5 && tags[a + i] === tags[b + j] ? most + fit : 0;
  }).length;
  for (const [i, j] of match(nA, nB, (i, j) => fits[i * nB + j]!)) {
    tally.matched += 1;
    visitor.onMatch(tags[a + i]!, tags[b + j]!);
    if (isSamePlace(columns, a + i, b + j)) tally.sameEdges += 1;
  }
}

function lengthOf({ starts, ends }: SpanColumns, at: number): number {
  return ends[at]! - starts[at]!;
}

function isSamePlace({ starts, ends }: SpanColumns, a: number, b: number): boolean {
  return starts[a] === starts[b] && ends[a] === ends[b];
}

/** With one span on a side the best pair is the matching. */
function match(
  rows: number,
  columns: number,
  weight: (row: number, column: number) => number,
): (readonly [row: number, column: number])[] {
  if (rows > 1 && columns > 1) return maximumWeightMatching(rows, columns, weight);
  let best: readonly [number, number] | null = null;
  let most = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = weight(row, column);
      if (value <= most) continue;
      most = value;
      best = [row, column];
    }
  }
  return best ? [best] : [];
}
