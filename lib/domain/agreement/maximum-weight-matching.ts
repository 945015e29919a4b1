/**
 * One-to-one pairs (row, column) of maximal total weight; a pair of weight ≤ 0 is left out, so
 * rows and columns may stay alone.
 *
 * Cost: O(n² m) for n ≤ m rows and columns.
 * Source: the Hungarian method (Kuhn 1955, Munkres 1957) with potentials and shortest
 * augmenting paths.
 */
export function maximumWeightMatching(
  rows: number,
  columns: number,
  weight: (row: number, column: number) => number,
): [row: number, column: number][] {
  if (rows > columns) {
    return maximumWeightMatching(columns, rows, (row, column) => weight(column, row)).map(
      ([row, column]) => [column, row],
    );
  }
  const costs = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) costs[i * columns + j] = -Math.max(0, weight(i, j));
  }
  const rowOf = assignColumns(costs, rows, columns);
  const pairs: [number, number][] = [];
  rowOf.forEach((row, column) => {
    if (row >= 0 && costs[row * columns + column]! < 0) pairs.push([row, column]);
  });
  return pairs.sort(([a], [b]) => a - b);
}

/** The row given to each column, or −1; every row gets a column, at minimal total cost. */
function assignColumns(costs: Float64Array, rows: number, columns: number): Int32Array {
  const rowPotential = new Float64Array(rows);
  const columnPotential = new Float64Array(columns + 1);
  // A column past the last one holds the row that is being placed.
  const rowOf = new Int32Array(columns + 1).fill(-1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 0; row < rows; row += 1) {
    const slack = new Float64Array(columns).fill(Infinity);
    const isDone = new Uint8Array(columns + 1);
    let column = columns;
    rowOf[columns] = row;
    while (rowOf[column] !== -1) {
      isDone[column] = 1;
      const current = rowOf[column]!;
      let step = Infinity;
      let next = -1;
      for (let j = 0; j < columns; j += 1) {
        if (isDone[j]) continue;
        const reduced =
          costs[current * columns + j]! - rowPotential[current]! - columnPotential[j]!;
        if (reduced < slack[j]!) {
          slack[j] = reduced;
          cameFrom[j] = column;
        }
        if (slack[j]! < step) {
          step = slack[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j += 1) {
        if (isDone[j]) {
          rowPotential[rowOf[j]!]! += step;
          columnPotential[j]! -= step;
        } else if (j < columns) slack[j]! -= step;
      }
      column = next;
    }
    while (column !== columns) {
      const previous = cameFrom[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    }
  }
  return rowOf.slice(0, columns);
}
