import type { Codebook } from "../codebook/codebook";
import { type ArticleStatistics, familyWidth, pairWidth, tagWidth } from "./article-sums";

/** Sums over articles and pairs of annotators of one family; see `ArticleStatistics`. */
export type FamilySum = {
  nCompared: number;
  nNoticed: number;
  nMatched: number;
  nSameEdges: number;
};
/** Two annotators over all articles that both submitted, by family. */
export type PairSum = {
  annotatorIds: readonly [string, string];
  nArticles: number;
  nCodePoints: number;
  /** A row of five for each family: spans, exact and similar matches, marked characters, shared. */
  families: Float64Array;
};
export const pairSumWidth = 5;

/** Brings together what articles hold, and leaves out what the codebook no longer knows. */
export class ProjectSums {
  nArticles = 0;
  /** Numbers in a row of `rows`. */
  readonly width: number;
  readonly spansOfTag: Float64Array;
  readonly families: readonly FamilySum[];
  /** Matched pairs by tag of the first annotator · tags + tag of the second. */
  readonly confusion: Float64Array;
  private readonly tagAt: ReadonlyMap<string, number>;
  private readonly familyAt: ReadonlyMap<string, number>;
  private readonly people: People;
  private cells: Float64Array;

  constructor({ families }: Codebook) {
    const tagIds = families.flatMap(({ tags }) => tags.map(({ id }) => id));
    this.tagAt = new Map(tagIds.map((id, at) => [id, at]));
    this.familyAt = new Map(families.map(({ id }, at) => [id, at]));
    this.width = 2 * (tagIds.length + families.length) + 1;
    this.spansOfTag = new Float64Array(tagIds.length);
    this.confusion = new Float64Array(tagIds.length ** 2);
    this.families = families.map(() => ({
      nCompared: 0,
      nNoticed: 0,
      nMatched: 0,
      nSameEdges: 0,
    }));
    this.people = new People(families.length);
    this.cells = new Float64Array(64 * this.width);
  }

  /**
   * A row per article of 2 · categories + 1 numbers, tags before families: disagreeing pairs and
   * marked characters of each category, as of `binaryCharacterCounts`, then pairable characters.
   */
  get rows(): Float64Array {
    return this.cells.subarray(0, this.nArticles * this.width);
  }

  get nAnnotators(): number {
    return this.people.ids.length;
  }

  get pairs(): readonly PairSum[] {
    return this.people.pairs;
  }

  add(article: ArticleStatistics): void {
    const from = this.nArticles * this.width;
    if (from === this.cells.length) {
      const larger = new Float64Array(2 * this.cells.length);
      larger.set(this.cells);
      this.cells = larger;
    }
    this.nArticles += 1;
    const { annotatorIds, tagIds, familyIds } = article;
    this.cells[from + this.width - 1] = annotatorIds.length * article.nCodePoints;
    const tags: number[] = [];
    for (let at = 0; at < tagIds.length; at += 1) {
      const tag = this.tagAt.get(tagIds[at]!) ?? -1;
      tags.push(tag);
      if (tag < 0) continue;
      const row = at * tagWidth;
      this.spansOfTag[tag]! += article.tags[row]!;
      this.put(from + 2 * tag, article.tags[row + 1]!, article.tags[row + 2]!, article);
    }
    const families: number[] = [];
    for (let at = 0; at < familyIds.length; at += 1) {
      const family = this.familyAt.get(familyIds[at]!) ?? -1;
      families.push(family);
      const sum = this.families[family];
      if (!sum) continue;
      const row = at * familyWidth;
      const column = from + 2 * (this.tagAt.size + family);
      this.put(column, article.families[row]!, article.families[row + 1]!, article);
      sum.nCompared += article.families[row + 2]!;
      sum.nNoticed += article.families[row + 3]!;
      sum.nMatched += article.families[row + 4]!;
      sum.nSameEdges += article.families[row + 5]!;
    }
    for (let at = 0; at < article.confusion.length; at += 3) {
      const first = tags[article.confusion[at]!]!;
      const second = tags[article.confusion[at + 1]!]!;
      if (first < 0 || second < 0) continue;
      this.confusion[first * this.tagAt.size + second]! += article.confusion[at + 2]!;
    }
    this.people.add(article, families);
  }

  private put(column: number, marked: number, shared: number, article: ArticleStatistics): void {
    this.cells[column] = marked - (2 * shared) / (article.annotatorIds.length - 1);
    this.cells[column + 1] = marked;
  }
}

/** Annotators and their pairs, in the order in which they turn up. */
class People {
  readonly ids: string[] = [];
  private readonly placeOf = new Map<string, number>();
  /** By place of the first and of the second: the pair's place, or nothing. */
  private readonly pairAt: number[][] = [];
  private readonly known: (readonly [string, string])[] = [];
  private readonly nArticles: number[] = [];
  private readonly lengths: number[] = [];
  private sums = new Float64Array(0);
  private readonly width: number;
  private readonly places: number[] = [];

  constructor(nFamilies: number) {
    this.width = nFamilies * pairSumWidth;
  }

  get pairs(): PairSum[] {
    return this.known.map((annotatorIds, at) => ({
      annotatorIds,
      nArticles: this.nArticles[at] ?? 0,
      nCodePoints: this.lengths[at] ?? 0,
      families: this.sums.subarray(at * this.width, (at + 1) * this.width),
    }));
  }

  add({ annotatorIds, nCodePoints, pairs }: ArticleStatistics, families: readonly number[]): void {
    const { places } = this;
    for (let at = 0; at < annotatorIds.length; at += 1) places[at] = this.find(annotatorIds[at]!);
    for (let first = 0; first < annotatorIds.length; first += 1) {
      for (let second = first + 1; second < annotatorIds.length; second += 1) {
        const pair = this.findPair(places[first]!, places[second]!);
        this.nArticles[pair]! += 1;
        this.lengths[pair]! += nCodePoints;
      }
    }
    for (let at = 0; at < pairs.length; at += pairWidth) {
      const family = families[pairs[at + 2]!]!;
      if (family < 0) continue;
      const pair = this.findPair(places[pairs[at]!]!, places[pairs[at + 1]!]!);
      const to = pair * this.width + family * pairSumWidth;
      for (let i = 0; i < pairSumWidth; i += 1) this.sums[to + i]! += pairs[at + 3 + i]!;
    }
  }

  private find(id: string): number {
    const known = this.placeOf.get(id);
    if (known !== undefined) return known;
    this.placeOf.set(id, this.ids.length);
    this.pairAt.push([]);
    return this.ids.push(id) - 1;
  }

  private findPair(first: number, second: number): number {
    const known = this.pairAt[first]![second];
    if (known !== undefined) return known;
    const pair = this.known.length;
    this.pairAt[first]![second] = pair;
    this.known.push([this.ids[first]!, this.ids[second]!]);
    this.nArticles.push(0);
    this.lengths.push(0);
    if (this.sums.length < (pair + 1) * this.width) {
      const larger = new Float64Array(2 * (pair + 1) * this.width);
      larger.set(this.sums);
      this.sums = larger;
    }
    return pair;
  }
}
