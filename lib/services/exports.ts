import "server-only";

import type { ExportQueryInput } from "../contracts/exports";
import { recordEvent } from "../db/audit";
import { resolveScope } from "../db/export-filters";
import { ExportSnapshot } from "../db/export-snapshot";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError, type FieldError } from "../domain/errors";
import {
  type ArticleFile,
  exportFilters,
  type ExportName,
  filtersOf,
  tableOf,
} from "../domain/formats/export-files";
import { authorise } from "./access";
import { exportAttributes } from "./export-columns";
import { describeExports } from "./export-dictionary";
import { requireKnown } from "./export-known";
import { articleFileChunks } from "./export-layers";
import { ensurePlaces } from "./export-places";
import { toBody } from "./export-stream";
import { tableChunks, type TableSource } from "./export-tables";

/**
 * One file, streamed from one snapshot of the database at the pace at which it is read. CSV is
 * RFC 4180: CRLF between records, LF inside fields, missing as empty. Rows have a total order, so
 * the same data gives the same bytes. The spreadsheet profile adds a BOM and defuses text cells
 * that a spreadsheet would run as a formula. Holds one article, however many rows there are.
 * @throws {AppError} not_found, forbidden; invalid for a filter that the file doesn't have, or that
 * names what the project never had; too_many_requests when four exports run already
 */
export async function openExport(
  actor: Actor,
  projectId: string,
  file: ExportName,
  query: ExportQueryInput,
): Promise<ReadableStream<Uint8Array>> {
  const action = query.identities ? "exports.identities" : "exports.read";
  await authorise(actor, action, requireUuid(projectId));
  requireFitting(file, query);
  if (file.startsWith("annotations.")) await ensurePlaces(projectId);
  const snapshot = await openSnapshot();
  try {
    const source = await readSource(snapshot, projectId, query);
    await recordEvent({
      ...{ projectId, actorId: actor.userId, action: "export.downloaded", subject: file },
      detail: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
    });
    return toBody(chunksOf(snapshot, file, source), () => snapshot.abandon());
  } catch (error) {
    snapshot.abandon();
    throw error;
  }
}

/** @throws {AppError} too_many_requests when four exports run already, or four previews */
export async function openSnapshot(
  purpose: "download" | "preview" = "download",
): Promise<ExportSnapshot> {
  const snapshot = await ExportSnapshot.open(purpose);
  if (snapshot) return snapshot;
  const message = "Several exports are running. Try again when one of them is done.";
  throw new AppError("too_many_requests", message, {
    ...{ retryAfterSeconds: 30, reason: "exports_running" },
  });
}

/** A filter that a file has no column for is refused: passing it over would give out too much. */
export function requireFitting(file: ExportName, query: ExportQueryInput): void {
  const known = filtersOf(file);
  const unknown: string[] = exportFilters.filter(
    (name) => query[name] !== undefined && !known.includes(name),
  );
  if (query.identities && tableOf(file)?.table !== "annotators") unknown.push("identities");
  if (unknown.length === 0) return;
  const names = known.join(", ") || "none";
  const errors = unknown.map((path): FieldError => {
    if (path === "identities") {
      const message = "Identities are in annotators.csv alone: join it by annotator_id.";
      return { path, message, reason: "identities_elsewhere" };
    }
    const message = `${file} has no filter “${path}”. It has: ${names}.`;
    const facts = { file, filter: path, known: names };
    return { path, message, reason: "export_filter_unknown", facts };
  });
  throw new AppError("invalid", "This file can't be narrowed like that.", {
    ...{ errors, reason: "export_not_narrowed" },
  });
}

/**
 * What a file is made from: the codebooks, and the filters looked up in the same snapshot.
 * @throws {AppError} invalid for a filter that names what the project never had
 */
export async function readSource(
  snapshot: ExportSnapshot,
  projectId: string,
  query: ExportQueryInput,
): Promise<TableSource> {
  const codebooks = await snapshot.listCodebooks(projectId);
  await requireKnown(snapshot, projectId, codebooks, query);
  const scope = await resolveScope((text, values) => snapshot.find(text, values), projectId, query);
  return {
    ...{ scope, codebooks, attributes: exportAttributes(codebooks) },
    nFirstRows: query.limit ?? null,
    isForSpreadsheet: query.profile === "spreadsheet",
    hasIdentities: query.identities,
  };
}

/** The file's bytes; ends the snapshot. */
export function chunksOf(
  snapshot: ExportSnapshot,
  file: ExportName,
  source: TableSource,
): AsyncGenerator<Uint8Array> {
  const found = tableOf(file);
  if (found) return tableChunks(snapshot, found.table, found.format, source);
  if (file === "datapackage.json") return dictionaryChunks(snapshot, source);
  return articleFileChunks(snapshot, file as ArticleFile, source);
}

async function* dictionaryChunks(
  snapshot: ExportSnapshot,
  { scope, attributes }: TableSource,
): AsyncGenerator<Uint8Array> {
  await snapshot.close();
  yield Buffer.from(describeExports(scope.projectId, attributes, scope.hasNotes));
}
