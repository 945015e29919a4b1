import type { AnswerValue, SubmittedLayer } from "./article-sums";

type Dated = Pick<SubmittedLayer, "submittedOn" | "codebookNumber">;

/** The day on which the last of the layers was handed in; null where none says so. */
export function lastDayOf(layers: readonly Dated[]): string | null {
  let last: string | null = null;
  for (const { submittedOn } of layers) {
    if (submittedOn && (last === null || submittedOn > last)) last = submittedOn;
  }
  return last;
}

/** Number of the newest codebook version among the layers'; null where none says so. */
export function newestCodebookOf(layers: readonly Dated[]): number | null {
  let newest: number | null = null;
  for (const { codebookNumber } of layers) {
    if (codebookNumber !== undefined && (newest === null || codebookNumber > newest)) {
      newest = codebookNumber;
    }
  }
  return newest;
}

/** What the layers answered, by question. */
export function answersOf(layers: readonly SubmittedLayer[]): Record<string, AnswerValue[]> {
  const byQuestion: Record<string, AnswerValue[]> = {};
  for (const { answers } of layers) {
    if (!answers) continue;
    for (const [questionId, value] of Object.entries(answers)) {
      (byQuestion[questionId] ??= []).push(value);
    }
  }
  return byQuestion;
}
