/**
 * ψ(x) for x > 0, the derivative of the logarithm of the gamma function, to about 1e-15.
 * Source: recurrence up to x ≥ 10, then the asymptotic series (Abramowitz & Stegun 6.3.18).
 */
export function digamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift -= 1 / at;
    at += 1;
  }
  const inverse = 1 / (at * at);
  const terms = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
  const series = terms.reduceRight((sum, term) => (sum + term) * inverse, 0);
  return shift + Math.log(at) - 0.5 / at - series;
}
