import type { FieldError } from "../errors";
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
    const message = question ? misfit(question, value) : "The codebook has no such question.";
    if (message) errors.push({ path: `answers.${id}`, message });
  }
  for (const { id, isRequired } of questions) {
    const value = answers[id];
    if (isRequired && (value === undefined || value.length === 0)) {
      errors.push({ path: `answers.${id}`, message: "This question needs an answer." });
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

function misfit(question: QuestionDefinition, value: AnswerValue): string | null {
  const isList = typeof value !== "string";
  if (isList !== (question.kind === "multiple")) {
    return isList ? "Give one answer, not a list." : "Give a list of answers.";
  }
  if (question.kind === "text" || value === "") return null;
  const given = typeof value === "string" ? [value] : value;
  return given.every((one) => question.values.includes(one))
    ? null
    : `Choose from: ${question.values.join(", ")}.`;
}
