import type { FieldError } from "../errors";
import type { Explanation } from "../reason";
import type { QuestionDefinition } from "./codebook";

export type AnswerValue = string | readonly string[];

/**
 * What is missing or doesn't fit, one entry per question; empty when all is well. An answer on a
 * scale is one of its values, as text.
 */
export function checkAnswers(
  questions: readonly QuestionDefinition[],
  answers: Readonly<Record<string, AnswerValue>>,
): FieldError[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  const errors: FieldError[] = [];
  for (const [id, value] of Object.entries(answers)) {
    const question = known.get(id);
    const problem = question ? misfit(question, value) : unknownQuestion;
    if (problem) errors.push({ path: `answers.${id}`, ...problem });
  }
  for (const { id, isRequired } of questions) {
    const value = answers[id];
    if (isRequired && (value === undefined || value.length === 0)) {
      const message = "This question needs an answer.";
      errors.push({ path: `answers.${id}`, message, reason: "answer_missing" });
    }
  }
  return errors;
}

type Answers = Readonly<Record<string, AnswerValue>>;

/** What may be shown and exported, and what is the annotator's own: answers to private questions. */
export function splitAnswers(
  questions: readonly QuestionDefinition[],
  answers: Answers,
): { shared: Answers; own: Answers } {
  const ownIds = new Set(questions.flatMap(({ id, isPrivate }) => (isPrivate ? [id] : [])));
  const entries = Object.entries(answers);
  return {
    shared: Object.fromEntries(entries.filter(([id]) => !ownIds.has(id))),
    own: Object.fromEntries(entries.filter(([id]) => ownIds.has(id))),
  };
}

type Misfit = { message: string } & Explanation;

const unknownQuestion: Misfit = {
  message: "The codebook has no such question.",
  reason: "question_unknown",
};

function misfit(question: QuestionDefinition, value: AnswerValue): Misfit | null {
  const isList = typeof value !== "string";
  if (isList !== (question.kind === "multiple")) {
    return isList
      ? { message: "Give one answer, not a list.", reason: "answer_a_list" }
      : { message: "Give a list of answers.", reason: "answer_not_a_list" };
  }
  if (question.kind === "text" || value === "") return null;
  const given = typeof value === "string" ? [value] : value;
  if (given.every((one) => question.values.includes(one))) return null;
  const choices = question.values.join(", ");
  return { message: `Choose from: ${choices}.`, reason: "not_a_choice", facts: { choices } };
}
