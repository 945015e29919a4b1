import type { ArticleFormat } from "../../contracts/imports";
import {
  type ArticleDraft,
  makeArticle,
  type ReadArticles,
} from "../../domain/articles/make-article";
import { parseArticleForm } from "../../domain/articles/parse-article-form";
import type { ColumnMapping } from "../../domain/formats/article-columns";
import { readArticleJson, readArticleJsonLines } from "../../domain/formats/article-json";
import { readArticleTable } from "../../domain/formats/article-table";
import { readTitledText } from "../../domain/formats/article-text";
import { decodeUtf8 } from "../../domain/text/decode-utf8";
import { guessArticleFormat } from "./article-format";
import { readCsv } from "./read-csv";
import { unpackUpload } from "./unpack-upload";
import { type FileProblem, stemOf, type UploadedFile } from "./uploaded-file";

export type ArticleFileOptions = {
  format?: ArticleFormat | undefined;
  columns?: ColumnMapping | undefined;
};
/** `line` is null where a file is one article. */
export type FoundArticle = {
  file: string;
  line: number | null;
  externalId: string;
  article: ArticleDraft;
};
type Found = { articles: FoundArticle[]; errors: FileProblem[] };

/** Every article of an upload, archives opened, and everything that is wrong with it. */
export function readArticleFiles(
  uploads: readonly UploadedFile[],
  { format, columns = {} }: ArticleFileOptions,
): Found {
  const { files, errors } = unpackUpload(uploads);
  const found: Found = { articles: [], errors };
  for (const file of files) {
    const read = readFile(file, format, columns);
    found.articles.push(...read.articles);
    found.errors.push(...read.errors);
  }
  return found;
}

function readFile(
  { name, bytes }: UploadedFile,
  asked: ArticleFormat | undefined,
  columns: ColumnMapping,
): Found {
  const refuse = (message: string): Found => ({
    articles: [],
    errors: [{ file: name, line: 1, message }],
  });
  if (bytes.length === 0) return refuse("This file is empty.");
  const guess = asked ? { format: asked } : guessArticleFormat(name, bytes);
  if ("refusal" in guess) return refuse(guess.refusal);
  if (guess.format === "html") {
    return refuse("HTML isn't read. Save the article's text as plain text, or in a CSV column.");
  }
  if (guess.format === "plain") return readForm(name, bytes);
  const decoded = decodeUtf8(bytes);
  if ("problem" in decoded) return { articles: [], errors: [{ file: name, ...decoded.problem }] };
  return toFound(name, readRecords(decoded.text, guess.format, columns), guess.format === "text");
}

function readForm(file: string, bytes: Uint8Array): Found {
  const parsed = parseArticleForm(bytes, file);
  if ("errors" in parsed) return { articles: [], errors: parsed.errors };
  const article = { ...parsed.article, externalId: null, language: null };
  return { articles: [{ file, line: null, externalId: idOf(file), article }], errors: [] };
}

function readRecords(
  text: string,
  format: Exclude<ArticleFormat, "plain" | "html">,
  columns: ColumnMapping,
): ReadArticles {
  switch (format) {
    case "text":
      return { records: [readTitledText(text)], problems: [] };
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

function toFound(file: string, { records, problems }: ReadArticles, isWholeFile: boolean): Found {
  const found: Found = { articles: [], errors: problems.map((one) => ({ file, ...one })) };
  for (const [index, record] of records.entries()) {
    const made = makeArticle(record);
    if ("problems" in made) {
      found.errors.push(...made.problems.map((one) => ({ file, ...one })));
      continue;
    }
    const { article } = made;
    const own = records.length === 1 ? idOf(file) : `${idOf(file)}-${index + 1}`;
    found.articles.push({
      ...{ file, article, line: isWholeFile ? null : record.line },
      externalId: article.externalId ?? own,
    });
  }
  if (records.length === 0 && problems.length === 0) {
    found.errors.push({ file, line: 1, message: "There are no articles in this file." });
  }
  return found;
}

/** The file's name is the external id of what has none. */
function idOf(file: string): string {
  return [...stemOf(file)].slice(0, 180).join("") || "article";
}
