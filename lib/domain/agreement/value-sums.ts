import type { Codebook, QuestionDefinition } from "../codebook/codebook";
import type { AttributeValue } from "../spans/span";
import type { AnswerValue, ArticleStatistics } from "./article-sums";
import { ratedAttributes } from "./attribute-pairs";
import { type Coefficient, notDefined } from "./coefficient";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { type Level, nominalDistance, ordinalDistance } from "./level-distances";
import { PairCounts } from "./pair-counts";
import { masiDistance, tagSetKey } from "./set-distances";

type ValueFigure = {
  alpha: Coefficient;
  level: Level | "sets, MASI distance";
  /** Share of agreeing pairs, not corrected for chance. */
  agreement: Coefficient;
};
/** Agreement on a rated attribute over matched spans; `nPairs` of them. */
export type AttributeFigure = ValueFigure & {
  familyId: string;
  attributeId: string;
  nPairs: number;
};
/** Agreement on a document question over articles that two or more annotators answered it for. */
export type QuestionFigure = ValueFigure & { questionId: string; nArticles: number };

/** What annotators chose from lists and scales: attributes of spans, answers to questions. */
export class ValueSums {
  private readonly attributes: ReadonlyMap<string, AttributeSum>;
  private readonly questions: ReadonlyMap<string, QuestionSum>;

  constructor(codebook: Codebook) {
    this.attributes = new Map(
      ratedAttributes(codebook).map(({ familyId, attributeId, isOrdinal }) => [
        keyOf(familyId, attributeId),
        { familyId, attributeId, isOrdinal, nPairs: 0, pairs: new PairCounts<AttributeValue>() },
      ]),
    );
    this.questions = new Map(
      comparedQuestions(codebook).map((question) => [question.id, new QuestionSum(question)]),
    );
  }

  add({ attributes, answers }: ArticleStatistics): void {
    for (const [familyId, attributeId, a, b, nPairs] of attributes) {
      const sum = this.attributes.get(keyOf(familyId, attributeId));
      if (!sum) continue;
      sum.nPairs += nPairs;
      sum.pairs.addPair(a, b, nPairs);
    }
    for (const [questionId, values] of Object.entries(answers)) {
      if (values.length > 1) this.questions.get(questionId)?.add(values);
    }
  }

  readAttributes(): AttributeFigure[] {
    return [...this.attributes.values()].map(({ pairs, isOrdinal, ...rest }) => {
      const { familyId, attributeId, nPairs } = rest;
      const none = "No two matched spans both have this attribute.";
      return {
        ...{ familyId, attributeId, nPairs },
        ...figureOf(pairs, isOrdinal ? "ordinal" : "nominal", none),
      };
    });
  }

  readQuestions(): QuestionFigure[] {
    return [...this.questions.values()].map((sum) => sum.read());
  }
}

type AttributeSum = {
  familyId: string;
  attributeId: string;
  isOrdinal: boolean;
  nPairs: number;
  pairs: PairCounts<AttributeValue>;
};

function keyOf(familyId: string, attributeId: string): string {
  return JSON.stringify([familyId, attributeId]);
}

const unanswered = "No article has this question answered by two annotators.";

class QuestionSum {
  private nArticles = 0;
  private readonly question: QuestionDefinition;
  private readonly level: Level;
  private readonly single = new PairCounts<string | number>();
  private readonly sets = new PairCounts<readonly string[]>(tagSetKey);

  constructor(question: QuestionDefinition) {
    this.question = question;
    this.level = questionLevel(question);
  }

  add(values: readonly AnswerValue[]): void {
    this.nArticles += 1;
    if (this.question.kind === "multiple") {
      this.sets.addUnit(values.map(setValue));
      return;
    }
    this.single.addUnit(
      values.map((value) => (this.level === "ordinal" ? scaleValue(value) : String(value))),
    );
  }

  read(): QuestionFigure {
    const { nArticles } = this;
    const base = { questionId: this.question.id, nArticles };
    if (this.question.kind !== "multiple") {
      return { ...base, ...figureOf(this.single, this.level, unanswered) };
    }
    const coincidences = this.sets.read();
    const level = "sets, MASI distance" as const;
    if (nArticles === 0) {
      return { ...base, level, alpha: notDefined(unanswered), agreement: notDefined(unanswered) };
    }
    const { alpha } = krippendorffAlpha(coincidences, masiDistance);
    return { ...base, level, alpha, agreement: shareOfEqual(coincidences) };
  }
}

/** What can be compared: neither free text nor what is the annotator's own. */
export function comparedQuestions({ questions }: Codebook): QuestionDefinition[] {
  return questions.filter(({ kind, isPrivate }) => kind !== "text" && !isPrivate);
}

/** Ordinal for three or more values that are all numbers. */
export function questionLevel({ values }: QuestionDefinition): "ordinal" | "nominal" {
  const isScale =
    values.length > 2 && values.every((value) => /^[-+−]?\d+(\.\d+)?$/.test(value.trim()));
  return isScale ? "ordinal" : "nominal";
}

export function scaleValue(value: AnswerValue): number {
  return Number(String(value).replace("−", "-"));
}

export function setValue(value: AnswerValue): readonly string[] {
  return isList(value) ? value : [String(value)];
}

function isList(value: AnswerValue): value is readonly string[] {
  return Array.isArray(value);
}

function figureOf(pairs: PairCounts<string | number>, level: Level, none: string): ValueFigure {
  const coincidences = pairs.read();
  if (coincidences.values.length === 0) {
    return { level, alpha: notDefined(none), agreement: notDefined(none) };
  }
  const isOrdinal = level === "ordinal";
  const ranks = { ...coincidences, values: coincidences.values.map(Number) };
  const { alpha } = isOrdinal
    ? krippendorffAlpha(ranks, ordinalDistance(ranks))
    : krippendorffAlpha(coincidences, nominalDistance);
  return { level, alpha, agreement: shareOfEqual(coincidences) };
}

function shareOfEqual({ values, counts }: { values: readonly unknown[]; counts: Float64Array }) {
  const k = values.length;
  let all = 0;
  let equal = 0;
  for (let at = 0; at < counts.length; at += 1) all += counts[at]!;
  for (let c = 0; c < k; c += 1) equal += counts[c * k + c]!;
  return { value: equal / all };
}
