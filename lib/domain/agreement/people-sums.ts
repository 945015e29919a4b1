import { type ArticleStatistics, pairWidth } from "./article-sums";

/** Two annotators over all articles that both submitted, by family. */
export type PairSum = {
  annotatorIds: readonly [string, string];
  nArticles: number;
  nCodePoints: number;
  /** A row of `pairSumWidth` for each family: what rows of pairs hold after the three places. */
  families: Float64Array;
};
export const pairSumWidth = pairWidth - 3;

/** Annotators and their pairs, in the order in which they turn up. */
export class PeopleSums {
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
