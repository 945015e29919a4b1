import { type Codebook, comparedFamilies } from "../codebook/codebook";
import {
  type ArticleStatistics,
  familyWidth,
  inOrder,
  pairWidth,
  statisticsVersion,
  type SubmittedLayer,
  tagWidth,
} from "./article-sums";
import { AttributePairs } from "./attribute-pairs";
import { answersOf, lastDayOf, newestCodebookOf } from "./layer-facts";
import {
  clearTally,
  emptyTally,
  type PairVisitor,
  tallyPair,
  writeScores,
} from "./pair-statistics";
import { SpanColumns, type TagPlaces } from "./span-columns";
import { Stretches } from "./stretches";
import { sweepTags } from "./sweep-tags";

/**
 * Counts article after article, from the bodies' submitted layers; titles are too short to be a
 * continuum of their own. Works in arrays that it uses again.
 * Cost: O(s log s + pairs of annotators · their spans), and a matching inside each cluster of
 * overlapping spans.
 */
export class ArticleCounter implements PairVisitor {
  private readonly tagIds: readonly string[];
  private readonly familyIds: readonly string[];
  private readonly places: TagPlaces;
  private readonly columns = new SpanColumns();
  private readonly stretches = new Stretches();
  private readonly tally = emptyTally();
  private readonly tagRows: Float64Array;
  private readonly familyRows: Float64Array;
  private readonly confusion: Int32Array;
  private readonly confusedCells: number[] = [];
  private readonly lastEnds: Int32Array;
  private readonly placeOf: Int32Array;
  private readonly attributePairs: AttributePairs;
  // Of annotator i and family f: where rows of spans and of stretches begin, marked characters.
  private spanBounds = new Int32Array(0);
  private stretchBounds = new Int32Array(0);
  private marked = new Int32Array(0);
  private pairRows = new Int32Array(0);
  private nCodePoints = 0;

  constructor(codebook: Codebook) {
    const families = comparedFamilies(codebook);
    this.attributePairs = new AttributePairs(codebook);
    this.familyIds = families.map(({ id }) => id);
    this.tagIds = families.flatMap(({ tags }) => tags.map(({ id }) => id));
    const [nTags, nFamilies] = [this.tagIds.length, families.length];
    this.places = {
      tagAt: new Map(this.tagIds.map((id, at) => [id, at])),
      familyOf: Int32Array.from(families.flatMap(({ tags }, at) => tags.map(() => at))),
    };
    this.tagRows = new Float64Array(nTags * tagWidth);
    this.familyRows = new Float64Array(nFamilies * familyWidth);
    this.confusion = new Int32Array(nTags * nTags);
    this.lastEnds = new Int32Array(nTags);
    this.placeOf = new Int32Array(Math.max(nTags, nFamilies));
  }

  /** Null when fewer than two annotators submitted: nothing to compare. */
  count(nCodePoints: number, layers: readonly SubmittedLayer[]): ArticleStatistics | null {
    if (layers.length < 2) return null;
    const sorted = inOrder(layers);
    this.nCodePoints = nCodePoints;
    this.clear(sorted);
    let next = 0;
    let isTangled = false;
    for (let layer = 0; layer < sorted.length; layer += 1) {
      const end = this.columns.fill(next, sorted[layer]!.spans, this.places);
      if (this.readLayer(layer, next, end)) isTangled = true;
      next = end;
    }
    const familyIds = this.findFamilies();
    const pairs = this.comparePairs(sorted.length);
    if (isTangled) sweepTags(this.tagRows, nCodePoints, sorted, this.places.tagAt);
    const tagIds: string[] = [];
    const tags: number[] = [];
    for (let tag = 0; tag < this.tagIds.length; tag += 1) {
      const from = tag * tagWidth;
      if (this.tagRows[from] === 0) continue;
      // From here on the places are those of tags.
      this.placeOf[tag] = tagIds.length;
      tagIds.push(this.tagIds[tag]!);
      tags.push(this.tagRows[from]!, this.tagRows[from + 1]!, this.tagRows[from + 2]!);
    }
    const annotatorIds: string[] = [];
    for (const { annotatorId } of sorted) annotatorIds.push(annotatorId);
    return {
      version: statisticsVersion,
      submittedOn: lastDayOf(sorted),
      codebookNumber: newestCodebookOf(sorted),
      annotatorIds,
      nCodePoints,
      tagIds,
      tags,
      familyIds,
      families: this.readFamilies(familyIds),
      pairs,
      confusion: this.readConfusion(),
      attributes: this.attributePairs.take(),
      answers: answersOf(sorted),
    };
  }

  onMatch(firstRow: number, secondRow: number): void {
    const { tags, families, attributes, keepsAttributes } = this.columns;
    const cell = tags[firstRow]! * this.tagIds.length + tags[secondRow]!;
    if (this.confusion[cell] === 0) this.confusedCells.push(cell);
    this.confusion[cell]! += 1;
    if (!keepsAttributes) return;
    const [first, second] = [attributes[firstRow], attributes[secondRow]];
    if (first && second) this.attributePairs.add(families[firstRow]!, first, second);
  }

  onShared(tag: number, start: number, end: number): void {
    const from = start < 0 ? 0 : start;
    const to = end > this.nCodePoints ? this.nCodePoints : end;
    if (to > from) this.tagRows[tag * tagWidth + 2]! += to - from;
  }

  private clear(layers: readonly SubmittedLayer[]): void {
    let nSpans = 0;
    this.columns.keepsAttributes = false;
    for (const { spans } of layers) {
      nSpans += spans.length;
      if (spans.some(hasAttributes)) this.columns.keepsAttributes = true;
    }
    this.columns.reserve(nSpans);
    this.stretches.clear(nSpans);
    this.tagRows.fill(0);
    this.familyRows.fill(0);
    const nCells = layers.length * this.familyIds.length;
    if (this.marked.length < nCells) {
      this.marked = new Int32Array(nCells);
      this.pairRows = new Int32Array((nCells * (layers.length - 1) * pairWidth) / 2);
      this.spanBounds = new Int32Array(nCells + 1);
      this.stretchBounds = new Int32Array(nCells + 1);
    }
  }

  /** Sums a layer's own characters. Returns whether spans of one tag overlap in it. */
  private readLayer(layer: number, from: number, end: number): boolean {
    const { starts, ends, tags, families } = this.columns;
    const { stretches, tagRows, lastEnds } = this;
    const nFamilies = this.familyIds.length;
    let isTangled = false;
    let row = from;
    lastEnds.fill(0);
    for (let family = 0; family < nFamilies; family += 1) {
      const cell = layer * nFamilies + family;
      const firstStretch = stretches.count;
      this.spanBounds[cell] = row;
      this.stretchBounds[cell] = firstStretch;
      let marked = 0;
      while (row < end && families[row] === family) {
        const tag = tags[row]!;
        const start = starts[row]! < 0 ? 0 : starts[row]!;
        const stop = ends[row]! > this.nCodePoints ? this.nCodePoints : ends[row]!;
        marked += stretches.add(firstStretch, start, stop);
        tagRows[tag * tagWidth]! += 1;
        if (stop > start) tagRows[tag * tagWidth + 1]! += stop - start;
        if (start < lastEnds[tag]!) isTangled = true;
        if (stop > lastEnds[tag]!) lastEnds[tag] = stop;
        row += 1;
      }
      this.marked[cell] = marked;
      this.familyRows[family * familyWidth]! += marked;
      this.spanBounds[cell + 1] = row;
      this.stretchBounds[cell + 1] = stretches.count;
    }
    return isTangled;
  }

  private findFamilies(): string[] {
    const familyIds: string[] = [];
    this.placeOf.fill(-1);
    for (let tag = 0; tag < this.tagIds.length; tag += 1) {
      const family = this.places.familyOf[tag]!;
      if (this.tagRows[tag * tagWidth] === 0 || this.placeOf[family]! >= 0) continue;
      this.placeOf[family] = familyIds.length;
      familyIds.push(this.familyIds[family]!);
    }
    return familyIds;
  }

  private comparePairs(nLayers: number): number[] {
    const { spanBounds, stretchBounds, familyRows, pairRows, columns, stretches, tally } = this;
    const nFamilies = this.familyIds.length;
    let next = 0;
    for (let first = 0; first < nLayers; first += 1) {
      for (let second = first + 1; second < nLayers; second += 1) {
        for (let family = 0; family < nFamilies; family += 1) {
          const [a, b] = [first * nFamilies + family, second * nFamilies + family];
          const nFirst = spanBounds[a + 1]! - spanBounds[a]!;
          const nSecond = spanBounds[b + 1]! - spanBounds[b]!;
          if (nFirst + nSecond === 0) continue;
          clearTally(tally);
          tallyPair(
            columns,
            spanBounds[a]!,
            spanBounds[a + 1]!,
            spanBounds[b]!,
            spanBounds[b + 1]!,
            tally,
            this,
          );
          const shared = stretches.shared(
            stretchBounds[a]!,
            stretchBounds[a + 1]!,
            stretchBounds[b]!,
            stretchBounds[b + 1]!,
          );
          const row = family * familyWidth;
          familyRows[row + 1]! += shared;
          familyRows[row + 2]! += nFirst + nSecond;
          familyRows[row + 3]! += tally.noticed;
          familyRows[row + 4]! += tally.matched;
          familyRows[row + 5]! += tally.sameEdges;
          pairRows[next] = first;
          pairRows[next + 1] = second;
          pairRows[next + 2] = this.placeOf[family]!;
          pairRows[next + 3] = nFirst;
          pairRows[next + 4] = nSecond;
          writeScores(pairRows, next + 5, tally);
          pairRows[next + 13] = this.marked[a]! + this.marked[b]!;
          pairRows[next + 14] = shared;
          next += pairWidth;
        }
      }
    }
    return copyOf(pairRows, next);
  }

  private readFamilies(familyIds: readonly string[]): number[] {
    const numbers: number[] = [];
    for (const id of familyIds) {
      const from = this.familyIds.indexOf(id) * familyWidth;
      for (let at = from; at < from + familyWidth; at += 1) numbers.push(this.familyRows[at]!);
    }
    return numbers;
  }

  private readConfusion(): number[] {
    const numbers: number[] = [];
    const nTags = this.tagIds.length;
    for (const cell of this.confusedCells) {
      const first = Math.floor(cell / nTags);
      numbers.push(this.placeOf[first]!, this.placeOf[cell - first * nTags]!);
      numbers.push(this.confusion[cell]!);
      this.confusion[cell] = 0;
    }
    this.confusedCells.length = 0;
    return numbers;
  }
}

function hasAttributes({ attributes }: SubmittedLayer["spans"][number]): boolean {
  return attributes !== undefined;
}

/** As an array of just that size, which growing would not give. */
function copyOf(numbers: Int32Array, length: number): number[] {
  const copy = new Array<number>(length);
  for (let at = 0; at < length; at += 1) copy[at] = numbers[at]!;
  return copy;
}
