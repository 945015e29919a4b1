import { CsvError, type InfoRecord, parse } from "csv-parse/sync";

import { guessDelimiter, type Table } from "../../domain/formats/article-table";
import type { Explained } from "../../domain/reason";
import type { TextProblem } from "../../domain/text/decode-utf8";

export const longestRow = 16_777_216;

/**
 * Parses delimited text by RFC 4180, strictly: half-closed or stray quotation marks are errors
 * with a place, never a guess. With tabs, where they are none of quoting, the table is read as one
 * without (IANA text/tab-separated-values) if its rows come out even. A first line `sep=;`, as Excel writes, names the delimiter.
 * @param delimiter null to tell it by the first line
 */
export function readCsv(
  text: string,
  delimiter: "," | "\t" | null,
): Table | { problem: TextProblem } {
  const named = /^sep=([,;\t|])\n/.exec(text);
  const content = named ? text.slice(named[0].length) : text;
  const skipped = named ? 1 : 0;
  const firstLine = content.slice(0, 65_536).split("\n", 1)[0] ?? "";
  if (firstLine.trim() === "") {
    const message = "The first line must name the columns.";
    return { problem: { line: 1 + skipped, message, reason: "header_missing" } };
  }
  const rows: Table["rows"][number][] = [];
  // The line that the next record begins on; `info.lines` is the one that a record ends on.
  let line = 1 + skipped;
  try {
    parse(content, {
      delimiter: named?.[1] ?? delimiter ?? guessDelimiter(firstLine),
      record_delimiter: "\n",
      relax_column_count: true,
      max_record_size: longestRow,
      on_record: (cells: string[], { lines }: InfoRecord) => {
        if (cells.length > 1 || cells[0] !== "") rows.push({ line, cells });
        line = lines + 1 + skipped;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const bare = delimiter === "\t" ? readBareTable(content, skipped) : null;
    if (bare) return bare;
    return { problem: { line, ...explainCsv(error) } };
  }
  return { header: (rows[0]?.cells ?? []).map((name) => name.trim()), rows: rows.slice(1) };
}

/** A table with tabs and no quoting; null unless every row has as many cells as the header. */
function readBareTable(content: string, skipped: number): Table | null {
  const rows = content.split("\n").flatMap((text, at) => {
    return text === "" ? [] : [{ line: at + 1 + skipped, cells: text.split("\t") }];
  });
  const [header, ...others] = rows;
  if (!header || others.some(({ cells }) => cells.length !== header.cells.length)) return null;
  return { header: header.cells.map((name) => name.trim()), rows: others };
}

/** What is wrong with a row, and what to do. */
export function explainCsv({ code }: CsvError): Explained {
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    const message = "A quotation mark opens in this row and never closes. Is the file cut off?";
    return { message, reason: "row_quote_not_closed" };
  }
  if (code === "CSV_MAX_RECORD_SIZE") {
    const message = "This row is longer than 16 million characters. Split it.";
    return { message, reason: "row_too_long" };
  }
  const message =
    "A quotation mark stands in this row where it can't. Put the cell in quotation marks and double those inside it.";
  return { message, reason: "row_quote_misplaced" };
}
