/**
 * A statistic without unit, or why it does not exist. Negative values are legal: agreement below
 * chance. A missing value is never shown as 0, 1 or NaN.
 */
export type Coefficient = { value: number } | { value: null; reason: string };

export function notDefined(reason: string): Coefficient {
  return { value: null, reason };
}

/**
 * (observed − expected) / (1 − expected), the frame shared by kappa, pi, S, AC1 and AC2.
 * Undefined when agreement by chance is certain, because 0/0 says nothing.
 */
export function beyondChance(observed: number, expected: number): Coefficient {
  if (Number.isNaN(observed) || Number.isNaN(expected))
    return notDefined("No unit was rated twice.");
  if (expected >= 1) return notDefined("Every rating has the same value, so chance agrees too.");
  return { value: (observed - expected) / (1 - expected) };
}

/** The mean of the defined ones and how many they were; undefined when none is. */
export function macroMean(coefficients: readonly Coefficient[]): {
  mean: Coefficient;
  averaged: number;
} {
  const values = coefficients.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return { mean: notDefined("No coefficient is defined."), averaged: 0 };
  return {
    mean: { value: values.reduce((sum, value) => sum + value, 0) / values.length },
    averaged: values.length,
  };
}
