import { type Coincidences, marginsOfCoincidences } from "./coincidences";
import type { SquaredDistance } from "./krippendorff-alpha";

export type Level = "nominal" | "ordinal" | "interval" | "ratio";

export const nominalDistance: SquaredDistance<unknown> = (a, b) => (a === b ? 0 : 1);
export const intervalDistance: SquaredDistance<number> = (a, b) => (a - b) ** 2;

/** 0 when both are 0: two zeros agree, although 0/0 has no ratio. */
export const ratioDistance: SquaredDistance<number> = (a, b) =>
  a === b ? 0 : ((a - b) / (a + b)) ** 2;

/**
 * Squared number of pairable ratings between two ranks, counting half of those at each end, so it
 * depends on the data it is used on. Source: Krippendorff (2004), p. 223.
 */
export function ordinalDistance({ values, counts }: Coincidences<number>): SquaredDistance<number> {
  const margins = marginsOfCoincidences(counts, values.length);
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const middle = new Map<number, number>();
  let below = 0;
  for (const i of order) {
    middle.set(values[i]!, below + margins[i]! / 2);
    below += margins[i]!;
  }
  return (a, b) => ((middle.get(a) ?? 0) - (middle.get(b) ?? 0)) ** 2;
}

/** The distance for a level of measurement on these data. */
export function distanceFor(
  level: Level,
  coincidences: Coincidences<number>,
): SquaredDistance<number> {
  switch (level) {
    case "nominal":
      return nominalDistance;
    case "ordinal":
      return ordinalDistance(coincidences);
    case "interval":
      return intervalDistance;
    case "ratio":
      return ratioDistance;
  }
}
