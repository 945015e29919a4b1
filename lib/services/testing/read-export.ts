import { parse } from "csv-parse/sync";

import type { ExportFile } from "../../contracts/exports";
import type { Actor } from "../../domain/access/actor";
import { openExport } from "../exports";

type Query = Parameters<typeof openExport>[3];

/** An exported file's bytes as text, read to the end of the stream. */
export async function readExport(
  actor: Actor,
  projectId: string,
  file: ExportFile,
  query: Partial<Query> = {},
): Promise<string> {
  const asked: Query = { profile: "analysis", status: "submitted", ...query };
  const bytes = await new Response(await openExport(actor, projectId, file, asked)).arrayBuffer();
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
