import { median, ratio } from "../median.mjs";

export const measures = [
  "firstRenderMs",
  "addMs",
  "hitMicroseconds",
  "scrollFrameMs",
  "scrollShownMs",
  "heapMb",
  "domNodes",
];

/** A row of the matrix with medians over all its repetitions. */
export function summarise({ words, spans, renderer, samples, note }) {
  const taken = samples.filter((sample) => sample !== null);
  const medians = measures.map((name) => [name, median(taken.flatMap((sample) => sample[name]))]);
  return {
    words,
    spans,
    renderer,
    nRepetitions: taken.length,
    note,
    ...Object.fromEntries(medians),
  };
}

/**
 * How many times longer `a` takes than `b`: the median over the repetitions that have both, so that
 * what else the machine does while they take turns weighs on both sides.
 */
export function pairedRatio(a, b, name) {
  const ratios = (a?.samples ?? []).flatMap((sample, repetition) => {
    const other = b?.samples[repetition];
    const value = sample && other && ratio(median(sample[name]), median(other[name]));
    return value === null || value === undefined ? [] : [value];
  });
  return median(ratios);
}
