import { beyondChance, notDefined } from "./coefficient";
import { type ChanceCorrected, marginsOf } from "./cohen-kappa";
import type { ContingencyTable } from "./ratings";

/**
 * Scott's pi for two annotators: like kappa, but chance is taken from the margins of both pooled,
 * as if they drew from one distribution. For more annotators see `fleissKappa`.
 * Undefined without units, and when only one category was used.
 * Cost: O(q²).
 * Source: W. A. Scott, "Reliability of Content Analysis" (1955).
 */
export function scottPi(table: ContingencyTable): ChanceCorrected {
  const { rows, columns, total } = marginsOf(table);
  if (total === 0) {
    const coefficient = notDefined("The two annotators have no unit in common.");
    return { coefficient, observed: NaN, expected: NaN };
  }
  let observed = 0;
  let expected = 0;
  table.forEach((row, c) => {
    observed += row[c]! / total;
    expected += ((rows[c]! + columns[c]!) / (2 * total)) ** 2;
  });
  return { coefficient: beyondChance(observed, expected), observed, expected };
}
