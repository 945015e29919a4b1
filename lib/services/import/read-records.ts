import { finished } from "node:stream";

import { CsvError, type InfoRecord, parse } from "csv-parse";

import { checkHeader, guessDelimiter, readArticleTable } from "../../domain/formats/article-table";
import { readArticleJsonLine } from "../../domain/formats/article-json";
import { lineTooLong, longestLine } from "../../domain/formats/read-json";
import type { TextProblem } from "../../domain/text/decode-utf8";
import { type ArticleFileOptions, checkRecords, noArticles } from "./article-files";
import { explainCsv, longestRow } from "./read-csv";
import type { ReadItem, ReadItems } from "./read-item";
import { type ArticleSource, BeginningMisled, firstChunk } from "./source";
import { decodeChunks, encodingOfBeginning, findEncoding, readLines } from "./stream-text";

type Found = ReturnType<typeof checkRecords>;

function* itemsOf({ articles, errors }: Found): Generator<ReadItem> {
  for (const error of errors) yield { error };
  for (const article of articles) yield { article };
}

/** Articles of a table of any size, one row in memory at a time. */
export async function* readTableSource(
  source: ArticleSource,
  options: ArticleFileOptions,
  delimiter: "\t" | null,
): ReadItems {
  const { name: file } = source;
  const refuse = (problem: TextProblem): ReadItem => ({ error: { file, ...problem } });
  const texts = yield* openText(source, options);
  if (!texts) return;
  const start = await takeFirstLine(texts);
  const named = /^sep=([,;\t|])\n/.exec(start);
  const content = named ? start.slice(named[0].length) : start;
  const columns = options.columns ?? {};
  const rows = readRows(content, texts, {
    delimiter: named?.[1] ?? delimiter ?? guessDelimiter(content.split("\n", 1)[0] ?? ""),
    firstLine: named ? 2 : 1,
  });
  let header: string[] | null = null;
  let nBefore = 0;
  try {
    for await (const { line, cells } of rows) {
      if (cells.length === 1 && cells[0] === "") continue;
      if (!header) {
        header = cells.map((cell) => cell.trim());
        const problem = checkHeader(header, columns);
        if (!problem) continue;
        yield refuse(problem);
        return;
      }
      const read = readArticleTable({ header, rows: [{ line, cells }] }, columns, { nBefore });
      yield* itemsOf(checkRecords(file, read, { nBefore }));
      nBefore += 1;
    }
  } catch (error) {
    if (!(error instanceof BrokenRow)) throw error;
    yield refuse(error.problem);
    return;
  }
  if (nBefore === 0) yield refuse({ line: 1, ...noArticles });
}

type Row = { line: number; cells: string[] };

/** Where a table stops to be one; the rows before are whole. */
class BrokenRow extends Error {
  constructor(readonly problem: TextProblem) {
    super(problem.message);
  }
}

/**
 * Rows with the lines that they begin on, piece by piece. All before a broken one come, wherever the
 * text is cut: what the parser has read it hands over at once and keeps nothing.
 * @throws {BrokenRow}
 */
async function* readRows(
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

/** Articles of JSON Lines of any size, one line in memory at a time. */
export async function* readJsonLinesSource(
  source: ArticleSource,
  options: ArticleFileOptions,
): ReadItems {
  const { name: file } = source;
  const texts = yield* openText(source, options);
  if (!texts) return;
  let nBefore = 0;
  let last = 0;
  try {
    for await (const { line, content } of readLines(texts, longestLine)) {
      last = line;
      if (content === null) {
        yield { error: { file, line, ...lineTooLong } };
        nBefore += 1;
        continue;
      }
      const read = readArticleJsonLine(content, line, options.columns ?? {});
      yield* itemsOf(checkRecords(file, read, { nBefore }));
      nBefore += read.records.length + read.problems.length;
    }
  } catch (error) {
    yield { error: { file, ...explainBreak(error, last + 1) } };
    return;
  }
  if (nBefore === 0) yield { error: { file, line: 1, ...noArticles } };
}

/** The text of a source once its encoding is known; nothing where it can't be. */
async function* openText(
  source: ArticleSource,
  { encoding: asked }: ArticleFileOptions,
): AsyncGenerator<ReadItem, AsyncGenerator<string, void> | null> {
  const { name: file, chunks } = source;
  if (source.beginningSuffices) {
    const begun = encodingOfBeginning(await firstChunk(source), asked);
    if (begun?.encoding === "utf-8") return unlessMisled(decodeChunks(chunks(), "utf-8"));
  }
  const chosen = await findEncoding(chunks, asked);
  if ("problem" in chosen) {
    yield { error: { file, ...chosen.problem } };
    return null;
  }
  if (chosen.encoding !== "utf-8") yield { encoding: { file, ...chosen } };
  return decodeChunks(chunks(), chosen.encoding);
}

async function* unlessMisled(texts: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  try {
    yield* texts;
  } catch (error) {
    throw error instanceof TypeError ? new BeginningMisled() : error;
  }
}

/** @throws what isn't the file's fault */
function explainBreak(error: unknown, line: number): TextProblem {
  if (error instanceof CsvError) return { line, ...explainCsv(error) };
  if (!(error instanceof TypeError)) throw error;
  const message =
    "The text isn't in this encoding any more here. Save the file as UTF-8 throughout.";
  return { line, message, reason: "encoding_breaks_off" };
}

/** The text up to where the first line ends, or a beginning that is long enough to tell. */
async function takeFirstLine(texts: AsyncGenerator<string, void>): Promise<string> {
  let start = "";
  while (start.length < 65_536) {
    const next = await texts.next();
    if (next.done) break;
    start += next.value;
    if (/\n.*\n/s.test(start)) break;
  }
  return start;
}

async function* prepend(
  start: string,
  texts: AsyncGenerator<string>,
): AsyncGenerator<string, void> {
  if (start !== "") yield start;
  yield* texts;
}
