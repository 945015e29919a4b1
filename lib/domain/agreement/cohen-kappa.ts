import { beyondChance, type Coefficient, notDefined } from "./coefficient";
import type { ContingencyTable } from "./ratings";

export type ChanceCorrected = {
  coefficient: Coefficient;
  /** Share of agreement seen, and share expected by chance; NaN when there are no units. */
  observed: number;
  expected: number;
};

/**
 * Cohen's kappa for two annotators who both rated every counted unit; the chance of agreement
 * comes from each annotator's own margins.
 *
 * @param weights q × q credit for near agreement (Cohen 1968); identity if left out.
 * Undefined without units, and when both only ever used one and the same category.
 * Cost: O(q²).
 * Source: J. Cohen, "A Coefficient of Agreement for Nominal Scales" (1960).
 */
export function cohenKappa(
  table: ContingencyTable,
  weights?: readonly (readonly number[])[],
): ChanceCorrected {
  const { rows, columns, total } = marginsOf(table);
  let observed = 0;
  let expected = 0;
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      const credit = weights ? weights[i]![j]! : i === j ? 1 : 0;
      observed += (credit * count) / total;
      expected += (credit * rows[i]! * columns[j]!) / total ** 2;
    }),
  );
  return {
    coefficient:
      total === 0
        ? notDefined("The two annotators have no unit in common.")
        : beyondChance(observed, expected),
    observed: total === 0 ? NaN : observed,
    expected: total === 0 ? NaN : expected,
  };
}

/** Row sums, column sums and grand total of a table. */
export function marginsOf(table: ContingencyTable): {
  rows: number[];
  columns: number[];
  total: number;
} {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}
