/** Below this many articles with measured time a rate says more about the articles than the person. */
export const minMeasuredArticles = 2;

export type RemainingTime = { seconds: number } | { seconds: null; reason: "too_few_measured" };

/**
 * Seconds that the rest takes at one person's own pace: all active seconds over all code points of
 * the articles they have submitted, times what remains. The ratio of sums weighs long articles by
 * their length, which the mean of ratios would not. No estimate below `minMeasuredArticles`
 * articles with measured time; zero when nothing remains.
 */
export function estimateRemaining(work: {
  nMeasured: number;
  activeSeconds: number;
  nMeasuredCodePoints: number;
  nRemainingCodePoints: number;
}): RemainingTime {
  const { nMeasured, activeSeconds, nMeasuredCodePoints, nRemainingCodePoints } = work;
  if (nRemainingCodePoints === 0) return { seconds: 0 };
  if (nMeasured < minMeasuredArticles || nMeasuredCodePoints === 0) {
    return { seconds: null, reason: "too_few_measured" };
  }
  return { seconds: (activeSeconds / nMeasuredCodePoints) * nRemainingCodePoints };
}

export type RoughDuration = { unit: "minutes" | "hours"; count: number };

/**
 * A duration as roughly as an estimate deserves: whole minutes below ten, then steps of five
 * minutes, half hours from one hour and whole hours from ten. Never less than one minute.
 */
export function roughDuration(seconds: number): RoughDuration {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 10) return { unit: "minutes", count: minutes };
  const fives = Math.round(seconds / 300) * 5;
  if (fives < 60) return { unit: "minutes", count: fives };
  const hours = seconds / 3600;
  return { unit: "hours", count: hours < 9.75 ? Math.round(hours * 2) / 2 : Math.round(hours) };
}
