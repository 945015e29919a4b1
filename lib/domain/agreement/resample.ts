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
  const addUp = isSparse(values) ? sparseSum(values, width) : denseSum(values, width);
  const pair = [0, 1].map(() => ({
    times: new Float64Array(rows),
    totals: new Float64Array(width),
  })) as [Resample, Resample];
  for (let draw = 0; draw < draws; draw += 2) {
    const isPair = draw + 1 < draws;
    drawRows(pair[0].times, random);
    if (isPair) drawRows(pair[1].times, random);
    addUp(pair[0], pair[1]);
    visit(pair[0].totals, draw);
    if (isPair) visit(pair[1].totals, draw + 1);
  }
}

/** How often each row was drawn, and the column sums. */
type Resample = { times: Float64Array; totals: Float64Array };

/** Sets the totals of two draws, which share the reading of the values. */
type WeightedSum = (one: Resample, other: Resample) => void;

function drawRows(times: Float64Array, random: RandomSource): void {
  const rows = times.length;
  times.fill(0);
  for (let i = 0; i < rows; i += 1) times[(random() * rows) | 0]! += 1;
}

function isSparse(values: Float64Array): boolean {
  let used = 0;
  for (let at = 0; at < values.length; at += 1) if (values[at] !== 0) used += 1;
  return used * 4 < values.length;
}

function sparseSum(values: Float64Array, width: number): WeightedSum {
  const { starts, columns, cells } = compress(values, width);
  return (...draws) => {
    for (const { times, totals } of draws) {
      totals.fill(0);
      for (let row = 0; row < times.length; row += 1) {
        const weight = times[row]!;
        if (weight === 0) continue;
        const end = starts[row + 1]!;
        for (let at = starts[row]!; at < end; at += 1) {
          totals[columns[at]!]! += weight * cells[at]!;
        }
      }
    }
  };
}

const columnsAtOnce = 3;

/** By columns, a few at once, whose sums then stay in registers. */
function denseSum(values: Float64Array, width: number): WeightedSum {
  const rows = values.length / width;
  const nColumns = Math.ceil(width / columnsAtOnce) * columnsAtOnce;
  const columns = Array.from({ length: nColumns }, () => new Float64Array(rows));
  for (let column = 0; column < width; column += 1) {
    const cells = columns[column]!;
    for (let row = 0; row < rows; row += 1) cells[row] = values[row * width + column]!;
  }
  return (one, other) => {
    for (let at = 0; at < nColumns; at += columnsAtOnce) addColumns(columns, at, one, other);
  };
}

function addColumns(
  columns: readonly Float64Array[],
  at: number,
  { times: oneTimes, totals: one }: Resample,
  { times: otherTimes, totals: other }: Resample,
): void {
  const [first, second, third] = [columns[at]!, columns[at + 1]!, columns[at + 2]!];
  let [a, b, c] = [0, 0, 0];
  let [d, e, f] = [0, 0, 0];
  for (let row = 0; row < oneTimes.length; row += 1) {
    const weight = oneTimes[row]!;
    const otherWeight = otherTimes[row]!;
    a += weight * first[row]!;
    b += weight * second[row]!;
    c += weight * third[row]!;
    d += otherWeight * first[row]!;
    e += otherWeight * second[row]!;
    f += otherWeight * third[row]!;
  }
  // What lies past the end, the filled-up last columns, is dropped by the arrays themselves.
  one[at] = a;
  one[at + 1] = b;
  one[at + 2] = c;
  other[at] = d;
  other[at + 1] = e;
  other[at + 2] = f;
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
  const groupOf = new Uint32Array(rows);
  for (let i = 0; i < rows; i += 1) groupOf[order[i]!] = Math.floor(i / size);
  const sums = new Float64Array(Math.ceil(rows / size) * width);
  for (let row = 0; row < rows; row += 1) {
    const to = groupOf[row]! * width;
    const from = row * width;
    for (let column = 0; column < width; column += 1) {
      sums[to + column]! += values[from + column]!;
    }
  }
  return sums;
}

/** Sums of each column. */
export function columnTotals(values: Float64Array, width: number): Float64Array {
  const totals = new Float64Array(width);
  for (let from = 0; from < values.length; from += width) {
    for (let column = 0; column < width; column += 1) totals[column]! += values[from + column]!;
  }
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
