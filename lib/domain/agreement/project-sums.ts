import { type Codebook, comparedFamilies } from "../codebook/codebook";
import { Ac1Sums } from "./ac1-sums";
import { type ArticleStatistics, familyWidth, tagWidth } from "./article-sums";
import { type PairSum, PeopleSums } from "./people-sums";
import { ValueSums } from "./value-sums";

/** Sums over articles and pairs of annotators of one family; see `ArticleStatistics`. */
export type FamilySum = {
  nCompared: number;
  nNoticed: number;
  nMatched: number;
  nSameEdges: number;
};
/** Brings together what articles hold, and leaves out what the codebook no longer knows. */
export class ProjectSums {
  nArticles = 0;
  /** Numbers in a row of `rows`. */
  readonly width: number;
  readonly spansOfTag: Float64Array;
  /** Articles in which anybody used the tag. */
  readonly articlesOfTag: Float64Array;
  readonly families: readonly FamilySum[];
  /** Matched pairs by tag of the first annotator · tags + tag of the second. */
  readonly confusion: Float64Array;
  readonly values: ValueSums;
  readonly ac1: Ac1Sums;
  /** Of each article, in the order of `rows`: day of its last submission, codebook version. */
  readonly days: (string | null)[] = [];
  readonly codebookNumbers: (number | null)[] = [];
  private readonly tagAt: ReadonlyMap<string, number>;
  private readonly familyAt: ReadonlyMap<string, number>;
  private readonly people: PeopleSums;
  private cells: Float64Array;

  constructor(codebook: Codebook) {
    const families = comparedFamilies(codebook);
    const tagIds = families.flatMap(({ tags }) => tags.map(({ id }) => id));
    this.tagAt = new Map(tagIds.map((id, at) => [id, at]));
    this.familyAt = new Map(families.map(({ id }, at) => [id, at]));
    this.width = 2 * (tagIds.length + families.length) + 1;
    this.spansOfTag = new Float64Array(tagIds.length);
    this.articlesOfTag = new Float64Array(tagIds.length);
    this.values = new ValueSums(codebook);
    this.ac1 = new Ac1Sums(tagIds.length + families.length);
    this.confusion = new Float64Array(tagIds.length ** 2);
    this.families = families.map(() => ({
      nCompared: 0,
      nNoticed: 0,
      nMatched: 0,
      nSameEdges: 0,
    }));
    this.people = new PeopleSums(families.length);
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
    this.days.push(article.submittedOn);
    this.codebookNumbers.push(article.codebookNumber);
    this.ac1.nCodePoints += article.nCodePoints;
    const tags: number[] = [];
    for (let at = 0; at < tagIds.length; at += 1) {
      const tag = this.tagAt.get(tagIds[at]!) ?? -1;
      tags.push(tag);
      if (tag < 0) continue;
      const row = at * tagWidth;
      this.spansOfTag[tag]! += article.tags[row]!;
      this.articlesOfTag[tag]! += 1;
      this.put(from, tag, article.tags[row + 1]!, article.tags[row + 2]!, article);
    }
    const families: number[] = [];
    for (let at = 0; at < familyIds.length; at += 1) {
      const family = this.familyAt.get(familyIds[at]!) ?? -1;
      families.push(family);
      const sum = this.families[family];
      if (!sum) continue;
      const row = at * familyWidth;
      this.put(
        from,
        this.tagAt.size + family,
        article.families[row]!,
        article.families[row + 1]!,
        article,
      );
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
    this.values.add(article);
  }

  private put(
    from: number,
    category: number,
    marked: number,
    shared: number,
    { annotatorIds }: ArticleStatistics,
  ): void {
    const disagreeing = marked - (2 * shared) / (annotatorIds.length - 1);
    this.cells[from + 2 * category] = disagreeing;
    this.cells[from + 2 * category + 1] = marked;
    this.ac1.add(category, annotatorIds.length, disagreeing, marked);
  }
}
