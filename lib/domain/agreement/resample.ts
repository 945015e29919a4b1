import type { RandomSource } from "./random-source";

/**
 * Bootstrap over rows (articles): draws as many rows as there are, with replacement, and hands
 * over the column sums, which are overwritten by the next draw.
 *
 * All columns share one resampling, so statistics from different columns stay comparable. Only
 * cells that aren't 0 cost anything in a draw: most articles use few of the tags.
 * Cost: O(draws · (rows + cells that aren't 0)).
 */
export function forEachResample(
  values: Float64Array,
  width: number,
  draws: number,
  random: RandomSource,
  visit: (totals: Float64Array, draw: number) => void,
): void {
  const rows = values.length / width;
  const { starts, columns, cells } = compress(values, width);
  const times = new Uint16Array(rows);
  const totals = new Float64Array(width);
  for (let draw = 0; draw < draws; draw += 1) {
    times.fill(0);
    for (let i = 0; i < rows; i += 1) times[(random() * rows) | 0]! += 1;
    totals.fill(0);
    for (let row = 0; row < rows; row += 1) {
      const weight = times[row]!;
      if (weight === 0) continue;
      const end = starts[row + 1]!;
      for (let at = starts[row]!; at < end; at += 1) {
        totals[columns[at]!]! += weight * cells[at]!;
      }
    }
    visit(totals, draw);
  }
}

/**
 * Rows added up in random groups of equal size (the last may be smaller), at most `groups` of
 * them. Sums of exchangeable rows are exchangeable, so resampling groups estimates the same spread
 * with a relative error of about 1/√(2 · groups).
 * Source: K. Wolter, Introduction to Variance Estimation (2007), ch. 2, random groups.
 */
export function inRandomGroups(
  values: Float64Array,
  width: number,
  groups: number,
  random: RandomSource,
): Float64Array {
  const rows = values.length / width;
  const size = Math.ceil(rows / groups);
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  for (let i = rows - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const swapped = order[i]!;
    order[i] = order[j]!;
    order[j] = swapped;
  }
  const sums = new Float64Array(Math.ceil(rows / size) * width);
  for (let i = 0; i < rows; i += 1) {
    const to = Math.floor(i / size) * width;
    const from = order[i]! * width;
    for (let column = 0; column < width; column += 1) {
      sums[to + column]! += values[from + column]!;
    }
  }
  return sums;
}

/** Sums of each column. */
export function columnTotals(values: Float64Array, width: number): Float64Array {
  const totals = new Float64Array(width);
  for (let at = 0; at < values.length; at += 1) totals[at % width]! += values[at]!;
  return totals;
}

function compress(
  values: Float64Array,
  width: number,
): { starts: Uint32Array; columns: Uint16Array; cells: Float64Array } {
  const rows = values.length / width;
  let used = 0;
  for (const value of values) if (value !== 0) used += 1;
  const starts = new Uint32Array(rows + 1);
  const columns = new Uint16Array(used);
  const cells = new Float64Array(used);
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const value = values[row * width + column]!;
      if (value === 0) continue;
      columns[next] = column;
      cells[next] = value;
      next += 1;
    }
    starts[row + 1] = next;
  }
  return { starts, columns, cells };
}
