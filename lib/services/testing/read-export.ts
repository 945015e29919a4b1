import { parse } from "csv-parse/sync";

import { type ExportQueryInput, exportQuery } from "../../contracts/exports";
import type { Actor } from "../../domain/access/actor";
import type { ExportName } from "../../domain/formats/export-files";
import { openExport } from "../exports";

/** What is left out of a query is as the contract says. */
export const asked = (query: Partial<ExportQueryInput> = {}): ExportQueryInput => ({
  ...exportQuery.parse({}),
  ...query,
});

/** An exported file's bytes, read to the end of the stream. */
export async function readExportBytes(
  actor: Actor,
  projectId: string,
  file: ExportName,
  query: Partial<ExportQueryInput> = {},
): Promise<Uint8Array> {
  const body = await openExport(actor, projectId, file, asked(query));
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/** The same as text. */
export async function readExport(...args: Parameters<typeof readExportBytes>): Promise<string> {
  const bytes = await readExportBytes(...args);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Rows by column name. @throws unless the text is RFC 4180 with as many cells in every row */
export function parseStrictly(csv: string): Record<string, string>[] {
  const options = { relax_column_count: false, relax_quotes: false, record_delimiter: "\r\n" };
  const rows: string[][] = parse(csv, options);
  const [header = [], ...records] = rows;
  return records.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])),
  );
}
