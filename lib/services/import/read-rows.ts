import { finished } from "node:stream";

import { CsvError, type InfoRecord, parse } from "csv-parse";

import type { TextProblem } from "../../domain/text/decode-utf8";
import { explainCsv, longestRow } from "./read-csv";
import { readLines } from "./stream-text";

type Row = { line: number; cells: string[] };

/** Where a table stops to be one; the rows before are whole. */
export class BrokenRow extends Error {
  constructor(readonly problem: TextProblem) {
    super(problem.message);
  }
}

/**
 * Rows with the lines that they begin on, piece by piece. All before a broken one come, wherever the
 * text is cut: what the parser has read it hands over at once and keeps nothing.
 * @throws {BrokenRow}
 */
export async function* readRows(
  start: string,
  texts: AsyncGenerator<string, void>,
  { delimiter, firstLine }: { delimiter: string; firstLine: number },
): AsyncGenerator<Row, void> {
  let found: Row[] = [];
  let line = firstLine;
  const parser = parse({
    ...{ delimiter, record_delimiter: "\n", relax_column_count: true, max_record_size: longestRow },
    on_record: (cells: string[], { lines }: InfoRecord) => {
      found.push({ line, cells });
      line = lines + firstLine;
      return null;
    },
  });
  let failure: Error | null = null;
  parser.on("error", (error) => (failure = error));
  parser.resume();
  const feed = (text: string | null) =>
    new Promise<void>((resolve) => {
      const done = () => resolve();
      if (text === null) finished(parser.end(), { readable: false }, done);
      else parser.write(text, done);
    });
  const take = () => {
    const rows = found;
    found = [];
    return rows;
  };
  try {
    for await (const text of prepend(start, texts)) {
      await feed(text);
      yield* take();
      if (failure !== null) throw failure as Error;
    }
    await feed(null);
    yield* take();
    if (failure !== null) throw failure as Error;
  } catch (error) {
    throw new BrokenRow(explainBreak(error, line));
  } finally {
    parser.destroy();
  }
}

/**
 * Whether a table with tabs is one without quoting, as IANA's text/tab-separated-values is: its
 * quotation marks don't parse as quoting, and every row has as many cells as the header without it.
 * @param open reads the text from its beginning
 */
export async function isBareTable(open: () => AsyncGenerator<string, void>): Promise<boolean> {
  let nColumns: number | null = null;
  let hasMarks = false;
  try {
    for await (const { cells } of readBareRows("", open())) {
      nColumns ??= cells.length;
      if (cells.length !== nColumns) return false;
      hasMarks ||= cells.some((cell) => cell.includes('"'));
    }
    if (!hasMarks) return false;
    const quoted = readRows("", open(), { delimiter: "\t", firstLine: 1 });
    while (!(await quoted.next()).done);
    return false;
  } catch (error) {
    // What is wrong with the text itself is told when it is read for good.
    if (error instanceof TypeError) return false;
    if (error instanceof BrokenRow) return nColumns !== null && hasMarks;
    throw error;
  }
}

/** Rows of cells between tabs as they stand; empty lines are passed over. @throws {BrokenRow} */
export async function* readBareRows(
  start: string,
  texts: AsyncGenerator<string, void>,
): AsyncGenerator<Row, void> {
  for await (const { line, content } of readLines(prepend(start, texts), longestRow)) {
    if (content === null) {
      const message = "This row is longer than 16 million characters. Split it.";
      throw new BrokenRow({ line, message, reason: "row_too_long" });
    }
    if (content !== "") yield { line, cells: content.split("\t") };
  }
}

/** @throws what isn't the file's fault */
export function explainBreak(error: unknown, line: number): TextProblem {
  if (error instanceof CsvError) return { line, ...explainCsv(error) };
  if (!(error instanceof TypeError)) throw error;
  const message =
    "The text isn't in this encoding any more here. Save the file as UTF-8 throughout.";
  return { line, message, reason: "encoding_breaks_off" };
}

async function* prepend(
  start: string,
  texts: AsyncGenerator<string>,
): AsyncGenerator<string, void> {
  if (start !== "") yield start;
  yield* texts;
}
