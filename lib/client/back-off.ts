const firstMs = 500;
const longestMs = 30_000;

/**
 * How long to wait before another attempt, in milliseconds: doubling with each failure, up to half
 * a minute, and spread so that those who failed together don't come back together.
 * @param failures attempts that failed so far, 1 or more
 * @param chance uniform in [0, 1)
 */
export function waitedMs(failures: number, chance: number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 8));
  return ceiling / 2 + (chance * ceiling) / 2;
}
