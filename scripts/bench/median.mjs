/** The middle of the numbers, or null if there are none. */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value that a share of the numbers lies at or below, between neighbours in proportion. */
export function quantile(values, share) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)];
  return low + (sorted[Math.ceil(place)] - low) * (place - Math.floor(place));
}

/** `a` as a multiple of `b`, or null where either was not measured. */
export function ratio(a, b) {
  return a === null || b === null || b === 0 ? null : a / b;
}
