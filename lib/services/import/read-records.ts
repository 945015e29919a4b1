import { pipeline, Readable } from "node:stream";

import { CsvError, parse } from "csv-parse";

import { checkHeader, guessDelimiter, readArticleTable } from "../../domain/formats/article-table";
import { readArticleJsonLine } from "../../domain/formats/article-json";
import { longestLine } from "../../domain/formats/read-json";
import type { TextProblem } from "../../domain/text/decode-utf8";
import { type ArticleFileOptions, checkRecords } from "./article-files";
import { explainCsv, longestRow } from "./read-csv";
import type { ReadItem, ReadItems } from "./read-item";
import type { ArticleSource } from "./source";
import { decodeChunks, findEncoding, readLines } from "./stream-text";

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
  const skipped = named ? 1 : 0;
  const content = named ? start.slice(named[0].length) : start;
  const parser = parse({
    delimiter: named?.[1] ?? delimiter ?? guessDelimiter(content.split("\n", 1)[0] ?? ""),
    ...{
      record_delimiter: "\n",
      relax_column_count: true,
      max_record_size: longestRow,
      info: true,
    },
  });
  // What fails on either side is thrown where the records are read.
  pipeline(Readable.from(prepend(content, texts)), parser, () => undefined);
  let header: string[] | null = null;
  let line = 1 + skipped;
  let nBefore = 0;
  try {
    for await (const one of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const { record, info } = one;
      const at = line;
      line = info.lines + 1 + skipped;
      if (record.length === 1 && record[0] === "") continue;
      if (!header) {
        header = record.map((cell) => cell.trim());
        const problem = checkHeader(header, options.columns ?? {});
        if (problem) {
          yield refuse(problem);
          return;
        }
        continue;
      }
      const table = { header, rows: [{ line: at, cells: record }] };
      const read = readArticleTable(table, options.columns ?? {}, { nBefore });
      yield* itemsOf(checkRecords(file, read, { nBefore }));
      nBefore += 1;
    }
  } catch (error) {
    yield refuse(explainBreak(error, line));
    return;
  }
  if (nBefore === 0) yield refuse({ line: 1, message: "There are no articles in this file." });
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
        const message = "This line is longer than 16 million characters. Split it into articles.";
        yield { error: { file, line, message } };
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
  if (nBefore === 0) {
    yield { error: { file, line: 1, message: "There are no articles in this file." } };
  }
}

/** The text of a source once its encoding is known; nothing where it can't be. */
async function* openText(
  { name: file, chunks }: ArticleSource,
  { encoding: asked }: ArticleFileOptions,
): AsyncGenerator<ReadItem, AsyncGenerator<string, void> | null> {
  const chosen = await findEncoding(chunks, asked);
  if ("problem" in chosen) {
    yield { error: { file, ...chosen.problem } };
    return null;
  }
  if (chosen.encoding !== "utf-8") yield { encoding: { file, ...chosen } };
  return decodeChunks(chunks(), chosen.encoding);
}

/** @throws what isn't the file's fault */
function explainBreak(error: unknown, line: number): TextProblem {
  if (error instanceof CsvError) return { line, message: explainCsv(error) };
  if (!(error instanceof TypeError)) throw error;
  const message =
    "The text isn't in this encoding any more here. Save the file as UTF-8 throughout.";
  return { line, message };
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
