import type { LabelVote } from "./dawid-skene";
import { digamma } from "./digamma";
import { type RandomSource, seededRandom } from "./random-source";

export type MaceOptions = {
  /** Beta prior on guessing (alpha) and knowing (beta), Dirichlet prior on what guessers say. */
  alpha: number;
  beta: number;
  strategyPrior: number;
  iterations: number;
  /** Random starts, of which the likeliest is kept. */
  restarts: number;
  seed: number;
};

export type MaceResult = {
  /** How far each annotator knows the answer, in [0, 1]; a variational estimate. */
  competence: number[];
  /** Likeliest label per item, and how open the choice is in nats; null without a vote. */
  labels: (number | null)[];
  entropies: (number | null)[];
  logLikelihood: number;
};

type Model = { guess: number[]; know: number[]; strategy: number[][] };
type Expectation = { labels: Float64Array[]; counts: Model; logLikelihood: number };
type Size = { items: number; annotators: number; classes: number };

/**
 * MACE: an annotator either knows the label or guesses from a distribution of their own.
 * Variational EM with random restarts; competences may differ in the third decimal between seeds,
 * so name the seed. Advice for adjudicators, like `dawidSkene`.
 *
 * Cost: O(restarts · iterations · votes · classes).
 * Source: Hovy, Berg-Kirkpatrick, Vaswani & Hovy (2013), with the defaults of their release.
 */
export function mace(
  votes: readonly LabelVote[],
  size: Size,
  options: Partial<MaceOptions> = {},
): MaceResult {
  const { iterations = 50, restarts = 10, seed = 1 } = options;
  const { alpha = 0.5, beta = 0.5, strategyPrior = 10 } = options;
  const random = seededRandom(seed);
  let best: { model: Model; expectation: Expectation } | null = null;
  for (let restart = 0; restart < restarts; restart += 1) {
    let model = randomModel(size, random);
    let expectation = expect(votes, size, model);
    for (let i = 0; i < iterations; i += 1) {
      model = maximise(expectation.counts, { alpha, beta, strategyPrior });
      expectation = expect(votes, size, model);
    }
    if (!best || expectation.logLikelihood > best.expectation.logLikelihood) {
      best = { model, expectation };
    }
  }
  if (!best) throw new RangeError("MACE needs at least one start");
  const voted = new Set(votes.map(({ item }) => item));
  const ofVoted = <T>(value: (row: Float64Array) => T) =>
    best.expectation.labels.map((row, item) => (voted.has(item) ? value(row) : null));
  return {
    competence: best.model.know,
    labels: ofVoted((row) => row.indexOf(Math.max(...row))),
    entropies: ofVoted((row) => row.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0)),
    logLikelihood: best.expectation.logLikelihood,
  };
}

/** Posteriors of the labels, and how often each annotator is expected to know or to guess. */
function expect(votes: readonly LabelVote[], size: Size, model: Model): Expectation {
  const labels = Array.from({ length: size.items }, () =>
    new Float64Array(size.classes).fill(1 / size.classes),
  );
  for (const { item, annotator, label } of votes) {
    const guessed = model.guess[annotator]! * model.strategy[annotator]![label]!;
    for (let c = 0; c < size.classes; c += 1) {
      labels[item]![c]! *= guessed + (c === label ? model.know[annotator]! : 0);
    }
  }
  let logLikelihood = 0;
  for (const row of labels) {
    const sum = row.reduce((total, p) => total + p, 0);
    logLikelihood += Math.log(sum);
    row.forEach((p, c) => (row[c] = p / sum));
  }
  const counts: Model = {
    guess: new Array<number>(size.annotators).fill(0),
    know: new Array<number>(size.annotators).fill(0),
    strategy: Array.from({ length: size.annotators }, () =>
      new Array<number>(size.classes).fill(0),
    ),
  };
  for (const { item, annotator, label } of votes) {
    const guessed = model.guess[annotator]! * model.strategy[annotator]![label]!;
    const known = model.know[annotator]!;
    const knew = (labels[item]![label]! * known) / (guessed + known);
    counts.know[annotator]! += knew;
    counts.guess[annotator]! += 1 - knew;
    counts.strategy[annotator]![label]! += 1 - knew;
  }
  return { labels, counts, logLikelihood };
}

function maximise(
  counts: Model,
  prior: { alpha: number; beta: number; strategyPrior: number },
): Model {
  const pairs = counts.guess.map((guess, annotator) =>
    meanLogShares([guess + prior.alpha, counts.know[annotator]! + prior.beta]),
  );
  return {
    guess: pairs.map(([guess]) => guess!),
    know: pairs.map(([, know]) => know!),
    strategy: counts.strategy.map((row) =>
      meanLogShares(row.map((count) => count + prior.strategyPrior)),
    ),
  };
}

/** exp E[log p] under a Dirichlet; the shares sum to less than 1. */
function meanLogShares(counts: readonly number[]): number[] {
  const total = digamma(counts.reduce((sum, count) => sum + count, 0));
  return counts.map((count) => Math.exp(digamma(count) - total));
}

function randomModel({ annotators, classes }: Size, random: RandomSource): Model {
  const shares = (length: number) => {
    const noisy = Array.from({ length }, () => 1 + random() / 2);
    const sum = noisy.reduce((total, value) => total + value, 0);
    return noisy.map((value) => value / sum);
  };
  const pairs = Array.from({ length: annotators }, () => shares(2));
  return {
    guess: pairs.map(([guess]) => guess!),
    know: pairs.map(([, know]) => know!),
    strategy: pairs.map(() => shares(classes)),
  };
}
