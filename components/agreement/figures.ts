type Coefficient = { value: number | null; reason?: string | undefined };
type Interval = { lower: number | null; upper: number | null; reason?: string | undefined };

/** Two decimals; undefined is "n/a", never a number. */
export function coefficientText({ value }: Coefficient): string {
  return value === null ? "n/a" : value.toFixed(2);
}

export function intervalText({ lower, upper }: Interval): string {
  return lower === null || upper === null ? "–" : `${lower.toFixed(2)} to ${upper.toFixed(2)}`;
}

export function percentText(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}
