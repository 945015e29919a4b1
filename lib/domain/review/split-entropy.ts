/** Entropy in bits of a yes or no that a share of people say yes to: 0 when all agree, at most 1. */
export function splitEntropy(share: number): number {
  return [share, 1 - share].reduce(
    (sum, part) => (part > 0 ? sum - part * Math.log2(part) : sum),
    0,
  );
}
