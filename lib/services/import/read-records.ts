import { checkHeader, guessDelimiter, readArticleTable } from "../../domain/formats/article-table";
import { readArticleJsonLine } from "../../domain/formats/article-json";
import { lineTooLong, longestLine } from "../../domain/formats/read-json";
import type { TextProblem } from "../../domain/text/decode-utf8";
import { type ArticleFileOptions, checkRecords, noArticles } from "./article-files";
import type { ReadItem, ReadItems } from "./read-item";
import { BrokenRow, explainBreak, isBareTable, readBareRows, readRows } from "./read-rows";
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
  const opened = yield* openText(source, options);
  if (!opened) return;
  const isBare = delimiter === "\t" && (await isBareTable(opened.again));
  const { texts } = opened;
  const start = await takeFirstLine(texts);
  const named = /^sep=([,;\t|])\n/.exec(start);
  const content = named ? start.slice(named[0].length) : start;
  const columns = options.columns ?? {};
  const rows = isBare
    ? readBareRows(start, texts)
    : readRows(content, texts, {
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

/** Articles of JSON Lines of any size, one line in memory at a time. */
export async function* readJsonLinesSource(
  source: ArticleSource,
  options: ArticleFileOptions,
): ReadItems {
  const { name: file } = source;
  const opened = yield* openText(source, options);
  if (!opened) return;
  let nBefore = 0;
  let last = 0;
  try {
    for await (const { line, content } of readLines(opened.texts, longestLine)) {
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

type Texts = AsyncGenerator<string, void>;

/** The text of a source, as often as needed, once its encoding is known; nothing where it can't be. */
async function* openText(
  source: ArticleSource,
  { encoding: asked }: ArticleFileOptions,
): AsyncGenerator<ReadItem, { texts: Texts; again: () => Texts } | null> {
  const { name: file, chunks } = source;
  if (source.beginningSuffices) {
    const begun = encodingOfBeginning(await firstChunk(source), asked);
    if (begun?.encoding === "utf-8") {
      const open = () => unlessMisled(decodeChunks(chunks(), "utf-8"));
      return { texts: open(), again: open };
    }
  }
  const chosen = await findEncoding(chunks, asked);
  if ("problem" in chosen) {
    yield { error: { file, ...chosen.problem } };
    return null;
  }
  if (chosen.encoding !== "utf-8") yield { encoding: { file, ...chosen } };
  const open = () => decodeChunks(chunks(), chosen.encoding);
  return { texts: open(), again: open };
}

async function* unlessMisled(texts: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  try {
    yield* texts;
  } catch (error) {
    throw error instanceof TypeError ? new BeginningMisled() : error;
  }
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
