import { maximumWeightMatching } from "./maximum-weight-matching";
import type { SpanColumns } from "./span-columns";

/** What is counted of one family between two annotators of an article. */
export type PairTally = {
  /** Spans that stand in both layers with the same edges and tag, matched one to one. */
  exact: number;
  /** The same whatever the tags. */
  exactAnyTag: number;
  /** Matched one to one with the same tag and an intersection over union of .5 or more. */
  similar: number;
  similarAnyTag: number;
  /** Spans of either annotator that a span of the other with the same tag overlaps. */
  firstFound: number;
  secondFound: number;
  /**
   * Shares of each span that spans of the other with the same tag cover, summed: partial credit as
   * of SemEval-2020 task 11. Where an annotator's own spans of one tag overlap, a span earns at
   * most 1.
   */
  firstCredit: number;
  secondCredit: number;
  /** Spans that any span of the other overlaps, whatever the tags. */
  noticed: number;
  /** Overlapping spans matched one to one whatever the tags, and those with the same edges. */
  matched: number;
  sameEdges: number;
};

/** Told of each matched pair, and of characters that spans of one tag share. */
export type PairVisitor = {
  onMatch(firstRow: number, secondRow: number): void;
  onShared(tag: number, start: number, end: number): void;
};

export function emptyTally(): PairTally {
  return {
    ...{ exact: 0, exactAnyTag: 0, similar: 0, similarAnyTag: 0 },
    ...{ firstFound: 0, secondFound: 0, firstCredit: 0, secondCredit: 0 },
    ...{ noticed: 0, matched: 0, sameEdges: 0 },
  };
}

export function clearTally(tally: PairTally): void {
  tally.exact = tally.exactAnyTag = tally.similar = tally.similarAnyTag = 0;
  tally.firstFound = tally.secondFound = tally.firstCredit = tally.secondCredit = 0;
  tally.noticed = tally.matched = tally.sameEdges = 0;
}

/** Credits are stored as whole numbers, which are smaller and quicker: 1 is this many. */
export const creditsPerSpan = 100_000;

/** Puts the numbers from `exact` to `secondCredit` behind one another, `scoreWidth` of them; credits in `creditsPerSpan`. */
export function writeScores(to: Int32Array, at: number, tally: PairTally): void {
  to[at] = tally.exact;
  to[at + 1] = tally.exactAnyTag;
  to[at + 2] = tally.similar;
  to[at + 3] = tally.similarAnyTag;
  to[at + 4] = tally.firstFound;
  to[at + 5] = tally.secondFound;
  to[at + 6] = rounded(tally.firstCredit);
  to[at + 7] = rounded(tally.secondCredit);
}

function rounded(credit: number): number {
  return Math.round(credit * creditsPerSpan);
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
  visitor.onMatch(a, b);
  const isSamePlace = startA === startB && endA === endB;
  if (isSamePlace) {
    tally.sameEdges += 1;
    tally.exactAnyTag += 1;
  }
  const shared = end - start;
  const isSimilar = shared / (endA - startA + endB - startB - shared) >= 0.5;
  if (isSimilar) tally.similarAnyTag += 1;
  if (!isSameTag) return;
  visitor.onShared(tags[a]!, start, end);
  if (isSamePlace) tally.exact += 1;
  if (isSimilar) tally.similar += 1;
  tally.firstFound += 1;
  tally.secondFound += 1;
  tally.firstCredit += shared / (endA - startA);
  tally.secondCredit += shared / (endB - startB);
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
  const credits = new Float64Array(nA + nB);
  for (let i = 0; i < nA; i += 1) {
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
      credits[i]! += shared / lengthOf(columns, a + i);
      credits[nA + j]! += shared / lengthOf(columns, b + j);
    }
  }
  for (let at = 0; at < nA + nB; at += 1) {
    tally.noticed += isNoticed[at]!;
    const credit = credits[at]!;
    if (credit === 0) continue;
    if (at < nA) {
      tally.firstFound += 1;
      tally.firstCredit += credit < 1 ? credit : 1;
    } else {
      tally.secondFound += 1;
      tally.secondCredit += credit < 1 ? credit : 1;
    }
  }
  countExact(columns, a, aEnd, b, bEnd, tally);
  // A further pair outweighs any better fit of the others.
  const most = Math.min(nA, nB) + 1;
  tally.similar += match(nA, nB, (i, j) => {
    const fit = fits[i * nB + j]!;
    return fit >= 0.5 && tags[a + i] === tags[b + j] ? most + fit : 0;
  }).length;
  tally.similarAnyTag += match(nA, nB, (i, j) => {
    const fit = fits[i * nB + j]!;
    return fit >= 0.5 ? most + fit : 0;
  }).length;
  for (const [i, j] of match(nA, nB, (i, j) => fits[i * nB + j]!)) {
    tally.matched += 1;
    visitor.onMatch(a + i, b + j);
    if (isSamePlace(columns, a + i, b + j)) tally.sameEdges += 1;
  }
}

/** Same edges, each span once: first with the same tag, then with any. */
function countExact(
  columns: SpanColumns,
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
  tally: PairTally,
): void {
  const { tags } = columns;
  const isTaken = new Uint8Array(bEnd - b);
  const isTakenWithTag = new Uint8Array(bEnd - b);
  for (let i = a; i < aEnd; i += 1) {
    let isFound = false;
    let isFoundWithTag = false;
    for (let j = b; j < bEnd; j += 1) {
      if (!isSamePlace(columns, i, j)) continue;
      if (!isFound && !isTaken[j - b]) {
        isFound = true;
        isTaken[j - b] = 1;
        tally.exactAnyTag += 1;
      }
      if (isFoundWithTag || isTakenWithTag[j - b] || tags[i] !== tags[j]) continue;
      isFoundWithTag = true;
      isTakenWithTag[j - b] = 1;
      tally.exact += 1;
    }
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
