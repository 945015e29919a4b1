import "server-only";

import type { z } from "zod";

import {
  type dictionaryFile,
  type ExportFile,
  exportFile,
  type exportQuery,
  type LineFile,
} from "../contracts/exports";
import { recordEvent } from "../db/audit";
import { annotationsQuery, type ExportAttribute, goldQuery } from "../db/export-annotations";
import {
  annotatorsQuery,
  answersQuery,
  articlesQuery,
  assignmentsQuery,
  disagreementsQuery,
  linksQuery,
} from "../db/export-lists";
import { toCrlf } from "../db/export-records";
import { copyCsv, copyJsonLines, type ExportQuery, type ExportScope } from "../db/export-select";
import { copyVotedArticles, type VotedArticle } from "../db/export-sentences";
import { ExportSnapshot } from "../db/export-snapshot";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import type { Codebook } from "../domain/codebook/codebook";
import { AppError } from "../domain/errors";
import { softLabelFields } from "../domain/formats/export-fields";
import { authorise } from "./access";
import { exportAttributes } from "./export-columns";
import { csvRecords } from "./export-csv";
import { describeExports } from "./export-dictionary";
import { ensurePlaces } from "./export-places";
import { parseLines, softLabelRows } from "./export-soft-labels";
import { toBody } from "./export-stream";

type Query = (scope: ExportScope, attributes: readonly ExportAttribute[]) => ExportQuery;
type TableFile = Exclude<ExportFile, "soft_labels.csv"> | LineFile;

const queries: Record<TableFile, Query> = {
  "annotations.csv": annotationsQuery,
  "annotations.jsonl": annotationsQuery,
  "gold.csv": goldQuery,
  "gold.jsonl": goldQuery,
  "articles.csv": articlesQuery,
  "assignments.csv": assignmentsQuery,
  "annotators.csv": annotatorsQuery,
  "answers.csv": answersQuery,
  "links.csv": linksQuery,
  "disagreements.csv": disagreementsQuery,
};

/**
 * One file, streamed from one snapshot of the database at the pace at which it is read. CSV is
 * RFC 4180: CRLF between records, LF inside fields, missing as empty. Rows have a total order, so
 * the same data gives the same bytes. The spreadsheet profile adds a BOM and defuses text cells
 * that a spreadsheet would run as a formula. Holds one article, however many rows there are.
 * @throws {AppError} not_found, forbidden; too_many_requests when four exports run already
 */
export async function openExport(
  actor: Actor,
  projectId: string,
  file: ExportFile | LineFile | z.infer<typeof dictionaryFile>,
  { profile, status }: z.output<typeof exportQuery>,
): Promise<ReadableStream<Uint8Array>> {
  await authorise(actor, "exports.read", requireUuid(projectId));
  if (file.startsWith("annotations.")) await ensurePlaces(projectId);
  const snapshot = await ExportSnapshot.open();
  if (!snapshot) throw tooMany();
  try {
    const codebooks = await snapshot.listCodebooks(projectId);
    await recordEvent({
      ...{ projectId, actorId: actor.userId, action: "export.downloaded", subject: file },
      detail: { profile, status },
    });
    const scope = { projectId, isSubmittedOnly: status === "submitted" };
    const chunks = chunksOf(snapshot, file, scope, {
      codebooks,
      isForSpreadsheet: profile === "spreadsheet",
    });
    return toBody(chunks, () => snapshot.abandon());
  } catch (error) {
    snapshot.abandon();
    throw error;
  }
}

function tooMany(): AppError {
  const message = "Several exports are running. Try again when one of them is done.";
  return new AppError("too_many_requests", message, { retryAfterSeconds: 30 });
}

async function* chunksOf(
  snapshot: ExportSnapshot,
  file: ExportFile | LineFile | "datapackage.json",
  scope: ExportScope,
  about: {
    codebooks: readonly { id: string; definition: Codebook }[];
    isForSpreadsheet: boolean;
  },
): AsyncGenerator<Uint8Array> {
  const { codebooks, isForSpreadsheet } = about;
  const attributes = exportAttributes(codebooks);
  if (file === "datapackage.json") {
    await snapshot.close();
    yield Buffer.from(describeExports(scope.projectId, attributes));
  } else if (file === "soft_labels.csv") {
    const lines = snapshot.copy(copyVotedArticles(scope.projectId));
    const definitions = new Map(codebooks.map(({ id, definition }) => [id, definition]));
    const rows = softLabelRows(parseLines<VotedArticle>(lines), definitions);
    yield* csvRecords(Object.keys(softLabelFields), rows, isForSpreadsheet);
  } else {
    const query = queries[file](scope, attributes);
    if (!exportFile.safeParse(file).success) {
      yield* snapshot.copy(copyJsonLines(query));
      return;
    }
    const names = query.cells.map(({ name }) => name);
    yield* csvRecords(names, [], isForSpreadsheet);
    yield* toCrlf(snapshot.copy(copyCsv(query, isForSpreadsheet)));
  }
}
