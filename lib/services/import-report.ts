import "server-only";

import type { z } from "zod";

import type { ImportLineItem, importLinesQuery } from "../contracts/imports";
import { findImport, listLines } from "../db/import-jobs";
import { fromJson } from "../db/json";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { spreadsheetCell } from "../domain/formats/csv-cells";
import { csvRecord } from "../domain/formats/csv-records";
import type { Facts } from "../domain/problem";
import { authorise, nothingHere } from "./access";

const pageLines = 2000;
const header = ["result", "file", "line", "column", "title", "message", "article_id", "other_id"];

/** A page of an import's report. */
export async function listImportLines(
  actor: Actor,
  projectId: string,
  importId: string,
  { kind, cursor, limit }: z.output<typeof importLinesQuery>,
): Promise<{ items: ImportLineItem[]; nextCursor: string | null }> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const place = { projectId, importId: requireUuid(importId) };
  if (!(await findImport(place))) throw nothingHere();
  const found = await listLines(place, { from: cursor, limit: limit + 1, kind });
  return {
    items: found.slice(0, limit).map(({ projectId: _, importId: _of, facts, ...line }) => ({
      ...line,
      facts: fromJson<Facts | null>(facts),
    })),
    nextCursor: found[limit] ? String(found[limit].number) : null,
  };
}

/** The report of an import as CSV, a line for each article and each error, streamed. */
export async function openImportReport(
  actor: Actor,
  projectId: string,
  importId: string,
): Promise<ReadableStream<Uint8Array>> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const place = { projectId, importId: requireUuid(importId) };
  if (!(await findImport(place))) throw nothingHere();
  const encoder = new TextEncoder();
  let from = -1;
  return new ReadableStream({
    async pull(controller) {
      if (from < 0) {
        from = 0;
        controller.enqueue(encoder.encode(csvRecord(header)));
        return;
      }
      const lines = await listLines(place, { from, limit: pageLines });
      from = (lines.at(-1)?.number ?? from) + 1;
      const records = lines.map(({ kind, file, line, column, title, message, ...ids }) =>
        csvRecord([
          ...[kind, spreadsheetCell(file), line, column],
          ...[spreadsheetCell(title ?? ""), spreadsheetCell(message ?? "")],
          ...[ids.articleId, ids.otherId],
        ]),
      );
      if (records.length > 0) controller.enqueue(encoder.encode(records.join("")));
      if (lines.length < pageLines) controller.close();
    },
  });
}
