import { stringify } from "csv-stringify/sync";

import { spreadsheetCell } from "../domain/formats/csv-cells";

/** A header, then records as RFC 4180 has them, a chunk for each batch of rows. */
export async function* csvRecords(
  columns: readonly string[],
  batches: AsyncIterable<(string | number)[][]> | Iterable<(string | number)[][]>,
  isForSpreadsheet: boolean,
): AsyncGenerator<Buffer> {
  const toCsv = (rows: readonly (readonly (string | number)[])[], bom: boolean) =>
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
