import "server-only";

import { recordEvent } from "../db/audit";
import { type BulkTx, inBulkTransaction } from "../db/bulk";
import { inTransaction, isDiskFull, type Tx } from "../db/client";
import {
  beginRun,
  endImport,
  type ImportLine,
  type ImportProblem,
  insertLines,
  listAbandonedUploads,
  lockImport,
  requeueStalledImports,
  saveProgress,
} from "../db/import-jobs";
import { findPart } from "../db/import-parts";
import { fromJson } from "../db/json";
import { AppError } from "../domain/errors";
import { toSentReason } from "../domain/reason";
import { removeOldSpoolFolders } from "../server/spool";
import { authorise } from "./access";
import { diskFullMessage } from "./disk-full";
import { readBatches } from "./import/read-batches";
import { largeLimits } from "./import/read-source";
import { linesOfProblems, linesOfStored } from "./import/report-lines";
import { BeginningMisled, type Chunks } from "./import/source";
import { type ReadAll, storeBatches } from "./import/store-batches";
import type { ImportOptions } from "./imports";

type Place = { projectId: string; importId: string };
type Run = Place & {
  attempt: number;
  createdById: string;
  fileName: string;
  options: ImportOptions;
};

const mostArticles = 500_000;
const mostErrors = 10_000;
/** Problems stand first in a report, however late they are found. */
const firstStoredLine = 100_000;
const heartbeatMs = 5_000;
const stalledSeconds = 20;
const abandonedDays = 7;

/**
 * Works an import off: what is good is stored as it is read, in one transaction, and stays only if
 * all of it may. A worker that dies leaves nothing behind; the next begins anew.
 */
export async function runImport(place: Place): Promise<void> {
  const row = await beginRun(place);
  if (!row) return;
  const options = fromJson<ImportOptions>(row.options);
  const run: Run = { ...place, ...row, options };
  const heartbeat = setInterval(() => {
    // A run that is over, or was taken over, finds out at its next batch.
    saveProgress(run).catch(() => undefined);
  }, heartbeatMs);
  try {
    await authorise({ userId: row.createdById }, "articles.import", place.projectId);
    await readAndStore(run, { beginningSuffices: true }).catch(async (error: unknown) => {
      if (!(error instanceof BeginningMisled)) throw error;
      await readAndStore(run, { beginningSuffices: false });
    });
  } catch (error) {
    const problem = explain(error);
    if (problem === null) throw error;
    await inTransaction(async (tx) => {
      if (await isStillOurs(tx, run)) await endImport(tx, place, { state: "failed", ...problem });
    });
  } finally {
    clearInterval(heartbeat);
  }
}

/** Why no further run would do better, or null. */
function explain(error: unknown): ImportProblem | null {
  if (isDiskFull(error)) return { problem: diskFullMessage, reason: "database_disk_full" };
  if (!(error instanceof AppError)) return null;
  const { reason, facts } = error.details;
  return { problem: error.message, ...toSentReason({ reason, facts }) };
}

/** Gives an import up that no run can finish. */
export async function giveUpImport(place: Place): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await lockImport(tx, place);
    if (!row || row.finishedAt) return;
    const problem = "Something broke on our side, and nothing was stored. Import the file again.";
    await endImport(tx, place, { state: "failed", problem, reason: "import_broke_here" });
  });
}

/** Queues imports again whose worker died, and lets go of uploads that nobody went on with. */
export async function tidyImports(): Promise<void> {
  await requeueStalledImports(stalledSeconds);
  await removeOldSpoolFolders();
  for (const { id, projectId } of await listAbandonedUploads(abandonedDays)) {
    const problem = `The upload was left unfinished for ${abandonedDays} days.`;
    const place = { projectId, importId: id };
    const because = { reason: "import_left_unfinished", facts: { days: abandonedDays } } as const;
    await inTransaction((tx) => endImport(tx, place, { state: "cancelled", problem, ...because }));
  }
}

type Counts = Record<"nImported" | "nDuplicates" | "nNearDuplicates" | "nErrors", number>;

async function readAndStore(run: Run, how: { beginningSuffices: boolean }): Promise<void> {
  const { projectId, options } = run;
  const { dryRun, partial } = options;
  const place = placeOf(run);
  const counts: Counts = { nImported: 0, nDuplicates: 0, nNearDuplicates: 0, nErrors: 0 };
  // Of a dry run alone: what is stored reports as it goes.
  const rehearsed: ImportLine[] = [];
  let nLines = 0;
  const sources = [{ name: run.fileName, chunks: partsOf(run), ...how }];
  const read = await storeBatches(readBatches(sources, options, largeLimits), {
    ...{ projectId, dryRun, partial, mostArticles, mostErrors },
    onRead: (nArticles) => saveProgress(run, nArticles),
    onStored: async (bulk, stored) => {
      counts.nImported += stored.imported.length;
      counts.nDuplicates += stored.duplicates.length;
      counts.nNearDuplicates += stored.nearDuplicates.length;
      const lines = linesOfStored(stored);
      const from = firstStoredLine + nLines;
      nLines += lines.length;
      if (dryRun) rehearsed.push(...lines);
      else await insertLines(bulk, place, from, lines);
    },
    onEnd: async ({ tx, bulk }, all) => {
      if (!(await isStillOurs(tx, run))) return false;
      await insertLines(bulk, place, 0, linesOfProblems(all));
      counts.nErrors = all.nErrors;
      await endImport(tx, place, { state: "done", ...counts });
      const event = { projectId, actorId: run.createdById, subject: run.importId };
      await recordEvent({ ...event, action: "articles.imported", detail: counts }, tx);
      return true;
    },
  });
  if (read.isStored) return;
  await inBulkTransaction("articles", async (transaction) => {
    const { tx, bulk } = transaction;
    if (!(await isStillOurs(tx, run))) return;
    await insertLines(bulk, place, 0, linesOfProblems(read));
    if (read.nErrors > 0 && !partial) await refuse(tx, place, read);
    else await endRehearsal(transaction, place, { ...counts, nErrors: read.nErrors }, rehearsed);
  });
}

function refuse(tx: Tx, place: Place, { nErrors }: ReadAll): Promise<void> {
  const problem = "There are errors in the file, so nothing was stored.";
  const reason = "import_refused_for_errors";
  return endImport(tx, place, { state: "failed", problem, reason, nErrors });
}

async function endRehearsal(
  { tx, bulk }: BulkTx,
  place: Place,
  counts: Counts,
  lines: readonly ImportLine[],
): Promise<void> {
  // Ids of articles that were not stored after all would lead nowhere.
  const unstored = lines.map((line) =>
    line.kind === "imported" ? { ...line, articleId: null } : line,
  );
  await insertLines(bulk, place, firstStoredLine, unstored);
  await endImport(tx, place, { state: "done", ...counts });
}

function placeOf({ projectId, importId }: Place): Place {
  return { projectId, importId };
}

async function isStillOurs(tx: Tx, run: Run): Promise<boolean> {
  const row = await lockImport(tx, placeOf(run));
  return row?.state === "running" && row.attempt === run.attempt;
}

function partsOf(place: Place): Chunks {
  return async function* () {
    for (let at = 0; ;) {
      const part = await findPart(place, at);
      if (!part) return;
      yield part;
      at += part.length;
    }
  };
}
