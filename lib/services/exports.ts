import "server-only";
import { Readable } from "node:stream";

import { stringify } from "csv-stringify";
import type { z } from "zod";

import type { ExportFile, exportQuery } from "../contracts/exports";
import { recordEvent } from "../db/audit";
import { listCodebooks } from "../db/codebooks";
import { pseudonymsOf } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { attributeIds } from "../domain/codebook/codebook";
import { spreadsheetCell } from "../domain/formats/csv-cells";
import { authorise } from "./access";
import { annotationRows } from "./export-annotations";
import { articleRows, assignmentRows } from "./export-articles";
import type { ExportContext, Row } from "./export-cells";
import { goldRows } from "./export-gold";

const rowsOf: Record<
  ExportFile,
  (context: ExportContext) => { columns: string[]; rows: AsyncIterable<Row> }
> = {
  "annotations.csv": annotationRows,
  "gold.csv": goldRows,
  "articles.csv": articleRows,
  "assignments.csv": assignmentRows,
};

/**
 * One CSV file, streamed: RFC 4180, CRLF between records, LF inside fields, missing as empty.
 * Rows have a total order, so the same data gives the same bytes. The spreadsheet profile adds a
 * BOM and defuses text cells that a spreadsheet would run as a formula.
 */
export async function openExport(
  actor: Actor,
  projectId: string,
  file: ExportFile,
  { profile, status }: z.output<typeof exportQuery>,
): Promise<ReadableStream<Uint8Array>> {
  await authorise(actor, "exports.read", requireUuid(projectId));
  const [pseudonyms, codebooks] = await Promise.all([
    pseudonymsOf(projectId),
    listCodebooks(projectId),
  ]);
  await recordEvent({
    projectId,
    actorId: actor.userId,
    action: "export.downloaded",
    subject: file,
    detail: { profile, status },
  });
  const ids = new Set(codebooks.flatMap(({ definition }) => attributeIds(definition)));
  ids.delete("confidence");
  ids.delete("note");
  const { columns, rows } = rowsOf[file]({
    projectId,
    isSubmittedOnly: status === "submitted",
    pseudonyms,
    attributeIds: [...ids],
  });
  const isForSpreadsheet = profile === "spreadsheet";
  const csv = stringify({
    columns,
    header: true,
    record_delimiter: "windows",
    bom: isForSpreadsheet,
    ...(isForSpreadsheet ? { cast: { string: spreadsheetCell } } : {}),
  });
  const source = Readable.from(rows);
  // An error while reading must break the download off, not end it as if it were complete.
  source.on("error", (error) => csv.destroy(error));
  csv.on("close", () => source.destroy());
  return Readable.toWeb(source.pipe(csv)) as ReadableStream<Uint8Array>;
}
