import "server-only";

import { findImport, listLines } from "../db/import-jobs";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { spreadsheetCell } from "../domain/formats/csv-cells";
import { csvRecord } from "../domain/formats/csv-records";
import { authorise, nothingHere } from "./access";

const pageLines = 2000;
const header = ["result", "file", "line", "column", "title", "message", "article_id", "other_id"];

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
      const lines = await listLines(place, from, pageLines);
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
