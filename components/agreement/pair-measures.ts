/** Measures of two annotators, in the order in which they are shown. */
export const pairMeasures = [
  "exactF1",
  "overlapF1",
  "similarF1",
  "partialF1",
  "alpha",
  "exactAnyTagF1",
  "similarAnyTagF1",
] as const;
export type PairMeasure = (typeof pairMeasures)[number];
