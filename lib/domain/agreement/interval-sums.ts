import type { Codebook, QuestionDefinition } from "../codebook/codebook";
import { comparedFamilies } from "../codebook/codebook";
import { ac1Of } from "./ac1-sums";
import { FixedAlphaRows, OrdinalAlphaRows, type WeightedPair } from "./alpha-rows";
import type { AnswerValue, ArticleStatistics } from "./article-sums";
import { ratedAttributes } from "./attribute-pairs";
import { bootstrap, type Interval } from "./bootstrap";
import { nominalDistance } from "./level-distances";
import { ProjectSums } from "./project-sums";
import { masiDistance, tagSetKey } from "./set-distances";
import { comparedQuestions, questionLevel, scaleValue, setValue } from "./value-sums";

export type FurtherIntervals = {
  ac1OfFamily: { familyId: string; interval: Interval }[];
  ac1OfTag: { tagId: string; interval: Interval }[];
  attributes: { familyId: string; attributeId: string; interval: Interval }[];
  questions: { questionId: string; interval: Interval }[];
};

const draws = 1000;
const seed = 20_260_101;

/** A rating's articles: reads pairs in its own way, and tells the interval. */
type Rating<Given> = { add: (given: Given) => void; interval: () => Interval };

/**
 * Bootstrap intervals over articles that the page doesn't wait for: of AC1, of attributes and of
 * questions. From the stored statistics of articles, never from spans.
 */
export class IntervalSums {
  private readonly codebook: Codebook;
  private readonly sums: ProjectSums;
  private readonly nAnnotators: number[] = [];
  private readonly attributes: ReadonlyMap<string, Rating<WeightedPair<string | number>[]>>;
  private readonly questions: ReadonlyMap<string, Rating<readonly AnswerValue[]>>;

  constructor(codebook: Codebook) {
    this.codebook = codebook;
    this.sums = new ProjectSums(codebook);
    this.attributes = new Map(
      ratedAttributes(codebook).map(({ familyId, attributeId, isOrdinal }) => [
        keyOf(familyId, attributeId),
        isOrdinal ? ordinalAttribute() : new FixedAlphaRows<string | number>(nominalDistance),
      ]),
    );
    this.questions = new Map(
      comparedQuestions(codebook).map((question) => [question.id, ratingOf(question)]),
    );
  }

  add(article: ArticleStatistics): void {
    this.sums.add(article);
    this.nAnnotators.push(article.annotatorIds.length);
    const pairs = new Map<string, WeightedPair<string | number>[]>();
    for (const [familyId, attributeId, a, b, nPairs] of article.attributes) {
      const key = keyOf(familyId, attributeId);
      const known = pairs.get(key);
      if (known) known.push([a, b, nPairs]);
      else pairs.set(key, [[a, b, nPairs]]);
    }
    for (const [key, own] of pairs) this.attributes.get(key)?.add(own);
    for (const [questionId, values] of Object.entries(article.answers)) {
      if (values.length > 1) this.questions.get(questionId)?.add(values);
    }
  }

  read(): FurtherIntervals {
    const families = comparedFamilies(this.codebook);
    const tagIds = families.flatMap(({ tags }) => tags.map(({ id }) => id));
    const ac1 = this.ac1Intervals(tagIds.length + families.length);
    return {
      ac1OfTag: tagIds.map((tagId, at) => ({ tagId, interval: ac1[at]! })),
      ac1OfFamily: families.map(({ id }, at) => ({
        familyId: id,
        interval: ac1[tagIds.length + at]!,
      })),
      attributes: ratedAttributes(this.codebook).flatMap(({ familyId, attributeId }) => {
        const rating = this.attributes.get(keyOf(familyId, attributeId));
        return rating ? [{ familyId, attributeId, interval: rating.interval() }] : [];
      }),
      questions: [...this.questions].map(([questionId, rating]) => ({
        ...{ questionId, interval: rating.interval() },
      })),
    };
  }

  /** Each character weighs the same, so an article's sums are divided by its annotators first. */
  private ac1Intervals(nCategories: number): Interval[] {
    const width = 2 * nCategories + 1;
    const rows = this.sums.rows.slice();
    this.nAnnotators.forEach((nAnnotators, article) => {
      for (let at = article * width; at < (article + 1) * width; at += 1) rows[at]! /= nAnnotators;
    });
    const coefficients = Array.from({ length: nCategories }, (_, c) => (totals: Float64Array) => {
      const [apart, marked] = [2 * totals[2 * c]!, totals[2 * c + 1]!];
      return ac1Of(apart, marked, totals[width - 1]!);
    });
    return bootstrap(rows, width, coefficients, draws, seed).map(({ interval }) => interval);
  }
}

function keyOf(familyId: string, attributeId: string): string {
  return JSON.stringify([familyId, attributeId]);
}

function ordinalAttribute(): Rating<WeightedPair<string | number>[]> {
  const rows = new OrdinalAlphaRows();
  return {
    add: (pairs) => rows.add(pairs.map(([a, b, weight]) => [Number(a), Number(b), weight])),
    interval: () => rows.interval(),
  };
}

function ratingOf(question: QuestionDefinition): Rating<readonly AnswerValue[]> {
  if (question.kind === "multiple") {
    const rows = new FixedAlphaRows<readonly string[]>(masiDistance, tagSetKey);
    return {
      add: (values) => rows.add(pairsOf(values.map(setValue))),
      interval: () => rows.interval(),
    };
  }
  if (questionLevel(question) === "ordinal") {
    const rows = new OrdinalAlphaRows();
    return {
      add: (values) => rows.add(pairsOf(values.map(scaleValue))),
      interval: () => rows.interval(),
    };
  }
  const rows = new FixedAlphaRows<string>(nominalDistance);
  return {
    add: (values) => rows.add(pairsOf(values.map(String))),
    interval: () => rows.interval(),
  };
}

/** One unit's ratings, each pair of them weighing 1/(m − 1). */
function pairsOf<Value>(ratings: readonly Value[]): WeightedPair<Value>[] {
  return ratings.flatMap((first, at) =>
    ratings.slice(at + 1).map((second) => [first, second, 1 / (ratings.length - 1)] as const),
  );
}
