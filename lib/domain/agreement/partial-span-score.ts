import { type Coefficient, notDefined } from "./coefficient";
import { harmonicMean, overlapLength, type TaggedRange, type TagRule } from "./span-f1";

export type PartialSpanScore = {
  precision: Coefficient;
  recall: Coefficient;
  f1: Coefficient;
  /** Credit summed over the submitted and over the gold spans; a span earns at most 1. */
  precisionCredit: number;
  recallCredit: number;
};

/**
 * Partial credit for overlap: a submitted span earns the share of its length that gold spans
 * cover, a gold span the share that submitted ones cover.
 *
 * A coder's overlapping spans that may match the same span are merged first. Without it the same
 * text earns credit twice and precision can pass 1; `mergesOverlaps: false` shows that figure.
 * Undefined where the public scorer divides 0 by 0 and prints 1.0. Recall has its own numerator.
 * Cost: O(|gold| · |submission|).
 * Source: Da San Martino et al., SemEval-2020 task 11 (2020), section 5.
 */
export function partialSpanScore(
  gold: readonly TaggedRange[],
  submission: readonly TaggedRange[],
  { tags = "same", mergesOverlaps = true }: { tags?: TagRule; mergesOverlaps?: boolean } = {},
): PartialSpanScore {
  const prepare = (spans: readonly TaggedRange[]) =>
    mergesOverlaps ? mergeOverlaps(spans, tags) : spans;
  const [targets, answers] = [prepare(gold), prepare(submission)];
  const credit = (spans: readonly TaggedRange[], others: readonly TaggedRange[]) => {
    let sum = 0;
    for (const a of spans) {
      for (const b of others) {
        if (tags === "any" || a.tag === b.tag) sum += overlapLength(a, b) / (a.end - a.start);
      }
    }
    return sum;
  };
  const share = (sum: number, spans: readonly TaggedRange[]): Coefficient =>
    spans.length === 0
      ? notDefined("The annotator marked nothing.")
      : { value: sum / spans.length };
  const precisionCredit = credit(answers, targets);
  const recallCredit = credit(targets, answers);
  const precision = share(precisionCredit, answers);
  const recall = share(recallCredit, targets);
  return { precision, recall, f1: harmonicMean(precision, recall), precisionCredit, recallCredit };
}

/** Joins spans that share text and, where tags count, a tag; touching spans stay apart. */
function mergeOverlaps(spans: readonly TaggedRange[], tags: TagRule): TaggedRange[] {
  const merged: TaggedRange[] = [];
  const lastOf = new Map<string, TaggedRange>();
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.end <= span.start) continue;
    const group = tags === "same" ? span.tag : "";
    const last = lastOf.get(group);
    if (last && span.start < last.end) {
      last.end = Math.max(last.end, span.end);
      continue;
    }
    const copy = { ...span };
    merged.push(copy);
    lastOf.set(group, copy);
  }
  return merged;
}
