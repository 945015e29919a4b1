/** One label that an annotator gave to an item; an annotator may label an item repeatedly. */
export type LabelVote = { item: number; annotator: number; label: number };

export type DawidSkeneResult = {
  /** Share of each class over all items. */
  classMarginals: number[];
  /** `posteriors[item][class]`; items without a vote keep the class marginals. */
  posteriors: number[][];
  /** `confusion[annotator][true class][label]`; a row is 0 where there was nothing to learn from. */
  confusion: Float64Array[][];
  /** Without the multinomial constant. */
  logLikelihood: number;
  iterations: number;
};

/**
 * Dawid and Skene's model: every item has one true class, every annotator their own confusions.
 * Expectation-maximisation from the vote proportions; it stops at a local optimum, so the start is
 * fixed. Advice for adjudicators, not a verdict: with two or three votes an item it is weakly
 * identified, and it takes it that there is one truth.
 *
 * Cost: O(iterations · votes · classes).
 * Source: A. P. Dawid & A. M. Skene (1979).
 */
export function dawidSkene(
  votes: readonly LabelVote[],
  size: { items: number; annotators: number; classes: number },
  { maxIterations = 2000, precision = 1e-10 } = {},
): DawidSkeneResult {
  let posteriors = voteShares(votes, size);
  let logLikelihood = -Infinity;
  for (let iteration = 1; ; iteration += 1) {
    const voted = new Set(votes.map(({ item }) => item));
    const classMarginals = Array.from({ length: size.classes }, (_, c) => {
      let sum = 0;
      for (const item of voted) sum += posteriors[item]![c]!;
      return sum / voted.size;
    });
    const confusion = estimateConfusion(votes, posteriors, size);
    const logs = posteriors.map(() => classMarginals.map(Math.log));
    for (const { item, annotator, label } of votes) {
      for (let c = 0; c < size.classes; c += 1) {
        logs[item]![c]! += Math.log(confusion[annotator]![c]![label]!);
      }
    }
    let next = 0;
    posteriors = logs.map((row, item) => {
      const top = Math.max(...row);
      const weights = row.map((log) => Math.exp(log - top));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      if (voted.has(item)) next += top + Math.log(sum);
      return weights.map((weight) => weight / sum);
    });
    const isDone = next - logLikelihood < precision || iteration >= maxIterations;
    logLikelihood = next;
    if (isDone) {
      return { classMarginals, posteriors, confusion, logLikelihood, iterations: iteration };
    }
  }
}

function voteShares(
  votes: readonly LabelVote[],
  size: { items: number; classes: number },
): number[][] {
  const counts = Array.from({ length: size.items }, () => new Array<number>(size.classes).fill(0));
  for (const { item, label } of votes) counts[item]![label]! += 1;
  return counts.map((row) => {
    const sum = row.reduce((total, count) => total + count, 0);
    return row.map((count) => (sum === 0 ? 1 / size.classes : count / sum));
  });
}

function estimateConfusion(
  votes: readonly LabelVote[],
  posteriors: readonly (readonly number[])[],
  { annotators, classes }: { annotators: number; classes: number },
): Float64Array[][] {
  const confusion = Array.from({ length: annotators }, () =>
    Array.from({ length: classes }, () => new Float64Array(classes)),
  );
  for (const { item, annotator, label } of votes) {
    for (let c = 0; c < classes; c += 1) {
      confusion[annotator]![c]![label]! += posteriors[item]![c]!;
    }
  }
  for (const row of confusion.flat()) {
    const sum = row.reduce((total, weight) => total + weight, 0);
    if (sum > 0) row.forEach((weight, label) => (row[label] = weight / sum));
  }
  return confusion;
}
