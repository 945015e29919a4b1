import "server-only";

import { parse } from "csv-parse/sync";

import type { ImportPreviewResult } from "../contracts/imports";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { resolveColumns } from "../domain/formats/article-columns";
import { guessDelimiter } from "../domain/formats/article-table";
import { isObject, readJsonLines } from "../domain/formats/read-json";
import { authorise } from "./access";
import type { ArticleFileOptions } from "./import/article-files";
import { guessArticleFormat } from "./import/article-format";
import { decodeText } from "./import/decode-text";
import type { UploadedFile } from "./import/uploaded-file";

const shownRows = 5;
const longestCell = 200;
/** What is at least as long is taken for the beginning of a file, as the screen sends it. */
const beginningBytes = 262_144;

/**
 * What the beginning of a file shows of its columns, so that they can be mapped before anything is
 * imported. A long beginning may end anywhere, also inside a character.
 * @throws {AppError} invalid where it can't be told what the file is
 */
export async function previewArticles(
  actor: Actor,
  projectId: string,
  { name, bytes }: UploadedFile,
  { format: asked, encoding, columns = {} }: ArticleFileOptions,
): Promise<ImportPreviewResult> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const guess = asked ? { format: asked } : guessArticleFormat(name, bytes);
  if ("refusal" in guess) {
    const { message, ...because } = guess.refusal;
    throw new AppError("invalid", message, because);
  }
  const decoded = decodeText(bytes, encoding, { isBeginning: bytes.length >= beginningBytes });
  if ("problem" in decoded) {
    const { message, line: _line, column: _column, ...because } = decoded.problem;
    throw new AppError("invalid", message, because);
  }
  const { format } = guess;
  const table = readStart(format, decoded.text);
  return {
    ...{ format, encoding: decoded.encoding, isEncodingGuessed: decoded.isGuessed },
    columns: table.columns,
    mapping: resolveColumns(table.columns, columns).columns,
    rows: table.rows
      .slice(0, shownRows)
      .map((row) =>
        table.columns.map((_, at) => [...(row[at] ?? "")].slice(0, longestCell).join("")),
      ),
  };
}

type Start = { columns: string[]; rows: string[][] };

function readStart(format: ImportPreviewResult["format"], text: string): Start {
  if (format === "csv" || format === "tsv") return readTableStart(text, format);
  if (format === "jsonl")
    return readObjects(readJsonLines(text).objects.map(({ object }) => object));
  if (format !== "json") return { columns: [], rows: [] };
  try {
    const value = JSON.parse(text) as unknown;
    return readObjects((Array.isArray(value) ? value : [value]) as unknown[]);
  } catch {
    // The beginning of a longer list: its columns are asked for by name.
    return { columns: [], rows: [] };
  }
}

function readTableStart(text: string, format: "csv" | "tsv"): Start {
  const named = /^sep=([,;\t|])\n/.exec(text);
  const content = named ? text.slice(named[0].length) : text;
  const delimiter = format === "tsv" ? "\t" : guessDelimiter(content.split("\n", 1)[0] ?? "");
  // Where quotation marks don't match, showing a little is better than nothing.
  const [header = [], ...rows] = parse(content, {
    delimiter: named?.[1] ?? delimiter,
    ...{ record_delimiter: "\n", relax_column_count: true, relax_quotes: true, to: shownRows + 1 },
    skip_records_with_error: true,
  });
  return { columns: header.map((name) => name.trim()), rows };
}

function readObjects(values: readonly unknown[]): Start {
  const objects = values.filter(isObject).slice(0, shownRows);
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))].slice(0, 100);
  const rows = objects.map((object) =>
    columns.map((key) => {
      const value = object[key];
      return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
    }),
  );
  return { columns, rows };
}
