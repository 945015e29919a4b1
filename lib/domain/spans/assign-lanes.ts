import type { TextRange } from "./span";

/**
 * A lane for each span such that overlapping ones never share one: the lowest free lane in text
 * order, which needs as few as there are overlapping spans at the busiest place. O(S · lanes).
 */
export function assignLanes(
  spans: readonly (TextRange & { id: string })[],
): ReadonlyMap<string, number> {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const laneEnds: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, start, end } of ordered) {
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= start);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = end;
    lanes.set(id, lane);
  }
  return lanes;
}
