import { stringify } from "csv-stringify/sync";

import { spreadsheetCell } from "../domain/formats/csv-cells";

/** Cells in the order of the columns; missing is null or the empty text. */
export type TableRow = readonly (string | number | null)[];
type Batches = AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;

/** A header, then records as RFC 4180 has them, a chunk for each batch of rows. */
export async function* csvRecords(
  columns: readonly string[],
  batches: Batches,
  isForSpreadsheet: boolean,
): AsyncGenerator<Buffer> {
  const toCsv = (rows: readonly TableRow[], bom: boolean) =>
    Buffer.from(
      stringify([...rows], {
        record_delimiter: "windows",
        // Left alone, the library quotes a CRLF only.
        quoted_match: /[\r\n]/,
        bom,
        ...(isForSpreadsheet ? { cast: { string: spreadsheetCell } } : {}),
      }),
    );
  yield toCsv([columns], isForSpreadsheet);
  for await (const rows of batches) yield toCsv(rows, false);
}

/** The same rows as JSON, an object to a line. */
export async function* jsonLines(columns: readonly string[], batches: Batches) {
  for await (const rows of batches) {
    const lines = rows.map((row) => {
      const entries = columns.map((name, at) => [name, row[at] === "" ? null : row[at]]);
      return `${JSON.stringify(Object.fromEntries(entries))}\n`;
    });
    yield Buffer.from(lines.join(""));
  }
}

/** The first rows of a table. */
export async function* firstRows(
  batches: AsyncIterable<readonly TableRow[]>,
  nFirst: number,
): AsyncGenerator<readonly TableRow[]> {
  let left = nFirst;
  for await (const rows of batches) {
    yield rows.slice(0, left);
    left -= rows.length;
    if (left <= 0) return;
  }
}
