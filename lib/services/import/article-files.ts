import type { ArticleFormat, Encoding } from "../../contracts/imports";
import {
  type ArticleDraft,
  makeArticle,
  type ReadArticles,
} from "../../domain/articles/make-article";
import { readArticleForm } from "../../domain/articles/parse-article-form";
import type { ColumnMapping } from "../../domain/formats/article-columns";
import { readArticleJson, readArticleJsonLines } from "../../domain/formats/article-json";
import { readArticleTable } from "../../domain/formats/article-table";
import { readTitledText } from "../../domain/formats/article-text";
import type { Explained } from "../../domain/reason";
import type { TextProblem } from "../../domain/text/decode-utf8";
import { guessArticleFormat } from "./article-format";
import { type ChosenEncoding, decodeText } from "./decode-text";
import { readCsv } from "./read-csv";
import { type FileProblem, stemOf, type UploadedFile } from "./uploaded-file";

export type ArticleFileOptions = {
  format?: ArticleFormat | undefined;
  encoding?: Encoding | undefined;
  columns?: ColumnMapping | undefined;
};
/** `line` is null where a file is one article. */
export type FoundArticle = {
  file: string;
  line: number | null;
  externalId: string;
  article: ArticleDraft;
};
/** A file that isn't in UTF-8, and what it was read as. */
export type FoundEncoding = ChosenEncoding & { file: string };
export type FoundArticles = {
  articles: FoundArticle[];
  errors: FileProblem[];
  encodings: FoundEncoding[];
};

/** The articles of one file that is no archive. */
export async function readArticleFile(
  { name, bytes }: UploadedFile,
  { format: asked, encoding, columns = {} }: ArticleFileOptions,
): Promise<FoundArticles> {
  const refuse = (...problems: TextProblem[]): FoundArticles => ({
    ...{ articles: [], encodings: [] },
    errors: problems.map((problem) => ({ file: name, ...problem })),
  });
  if (bytes.length === 0) {
    return refuse({ line: 1, message: "This file is empty.", reason: "file_empty" });
  }
  const guess = asked ? { format: asked } : guessArticleFormat(name, bytes);
  if ("refusal" in guess) return refuse({ line: 1, ...guess.refusal });
  const decoded = decodeText(bytes, encoding);
  if ("problem" in decoded) return refuse(decoded.problem);
  const { text, ...chosen } = decoded;
  const encodings = chosen.encoding === "utf-8" ? [] : [{ file: name, ...chosen }];
  const { format } = guess;
  const found =
    format === "plain"
      ? readForm(name, text)
      : toFound(
          name,
          await readRecords(text, format, columns),
          format === "text" || format === "html",
        );
  return { ...found, encodings };
}

function readForm(file: string, text: string): Found {
  const parsed = readArticleForm(text, file);
  if ("errors" in parsed) return { articles: [], errors: parsed.errors };
  const article = { ...parsed.article, externalId: null, language: null };
  return { articles: [{ file, line: null, externalId: idOf(file), article }], errors: [] };
}

async function readRecords(
  text: string,
  format: Exclude<ArticleFormat, "plain">,
  columns: ColumnMapping,
): Promise<ReadArticles> {
  switch (format) {
    case "text":
      return { records: [readTitledText(text)], problems: [] };
    case "html":
      // Half a second to load, which only pages are worth.
      return (await import("./read-html")).readHtml(text);
    case "json":
      return readArticleJson(text, columns);
    case "jsonl":
      return readArticleJsonLines(text, columns);
    case "csv":
    case "tsv": {
      const table = readCsv(text, format === "tsv" ? "\t" : null);
      if ("problem" in table) return { records: [], problems: [table.problem] };
      return readArticleTable(table, columns);
    }
  }
}

type Found = Omit<FoundArticles, "encodings">;

function toFound(file: string, read: ReadArticles, isWholeFile: boolean): Found {
  const found = checkRecords(file, read, { isWholeFile, isAlone: read.records.length === 1 });
  if (read.records.length === 0 && read.problems.length === 0) {
    found.errors.push({ file, line: 1, ...noArticles });
  }
  return found;
}

export const noArticles: Explained = {
  message: "There are no articles in this file.",
  reason: "no_article_in_file",
};

/** The good articles among records, and what is wrong with the others. */
export function checkRecords(
  file: string,
  { records, problems }: ReadArticles,
  {
    isWholeFile = false,
    isAlone = false,
    nBefore = 0,
  }: { isWholeFile?: boolean; isAlone?: boolean; nBefore?: number },
): Found {
  const found: Found = { articles: [], errors: problems.map((one) => ({ file, ...one })) };
  for (const [index, record] of records.entries()) {
    const made = makeArticle(record);
    if ("problems" in made) {
      found.errors.push(...made.problems.map((one) => ({ file, ...one })));
      continue;
    }
    const { article } = made;
    const own = () => (isAlone ? idOf(file) : `${idOf(file)}-${nBefore + index + 1}`);
    const externalId = article.externalId ?? own();
    found.articles.push({ file, article, line: isWholeFile ? null : record.line, externalId });
  }
  return found;
}

/** The file's name is the external id of what has none. */
function idOf(file: string): string {
  return [...stemOf(file)].slice(0, 180).join("") || "article";
}
