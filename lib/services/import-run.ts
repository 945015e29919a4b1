import "server-only";

import { lockImports } from "../db/articles";
import { recordEvent } from "../db/audit";
import { inLongTransaction, inTransaction, isDiskFull, type Tx } from "../db/client";
import {
  beginRun,
  endImport,
  findPart,
  type ImportLine,
  insertLines,
  listAbandonedUploads,
  listDrafts,
  lockImport,
  requeueStalledImports,
  saveDrafts,
} from "../db/import-jobs";
import { fromJson } from "../db/json";
import { AppError } from "../domain/errors";
import { authorise } from "./access";
import { diskFullMessage } from "./disk-full";
import type { FoundArticle } from "./import/article-files";
import { type Candidate, toCandidates } from "./import/candidate";
import { linesOfStored } from "./import/report-lines";
import { readArticleSource } from "./import/read-source";
import { storeArticles } from "./import/store-articles";
import type { Chunks } from "./import/stream-text";
import type { FileProblem } from "./import/uploaded-file";
import type { ImportOptions } from "./imports";

type Place = { projectId: string; importId: string };
type Run = Place & {
  attempt: number;
  createdById: string;
  fileName: string;
  options: ImportOptions;
};

const batch = 200;
const mostArticles = 500_000;
const mostErrors = 10_000;
const stalledSeconds = 20;
const abandonedDays = 7;

/**
 * Works an import off: reads the whole file first, keeping what is good, then stores all of it in
 * one transaction, or nothing. A worker that dies leaves nothing behind; the next begins anew.
 */
export async function runImport(place: Place): Promise<void> {
  const row = await beginRun(place);
  if (!row) return;
  const options = fromJson<ImportOptions>(row.options);
  const run: Run = { ...place, ...row, options };
  try {
    await authorise({ userId: row.createdById }, "articles.import", place.projectId);
    const read = await readAll(run);
    if (!read) return;
    const isRefused = read.errors.length > 0 && !options.partial;
    if (isRefused) await refuse(run, read);
    else await storeAll(run, read);
  } catch (error) {
    const problem = explain(error);
    if (problem === null) throw error;
    await inTransaction((tx) => endImport(tx, place, { state: "failed", problem }));
  }
}

/** Why no further run would do better, or null. */
function explain(error: unknown): string | null {
  if (isDiskFull(error)) return diskFullMessage;
  return error instanceof AppError ? error.message : null;
}

/** Gives an import up that no run can finish. */
export async function giveUpImport(place: Place): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await lockImport(tx, place);
    if (!row || row.finishedAt) return;
    const problem = "Something broke on our side, and nothing was stored. Import the file again.";
    await endImport(tx, place, { state: "failed", problem });
  });
}

/** Queues imports again whose worker died, and lets go of uploads that nobody went on with. */
export async function tidyImports(): Promise<void> {
  await requeueStalledImports(stalledSeconds);
  for (const { id, projectId } of await listAbandonedUploads(abandonedDays)) {
    const problem = `The upload was left unfinished for ${abandonedDays} days.`;
    const place = { projectId, importId: id };
    await inTransaction((tx) => endImport(tx, place, { state: "cancelled", problem }));
  }
}

type ReadAll = { nArticles: number; errors: FileProblem[]; nErrors: number; lines: ImportLine[] };

/** Reads the file into drafts. @returns null if the import isn't this run's any more */
async function readAll(run: Run): Promise<ReadAll | null> {
  const read: ReadAll = { nArticles: 0, errors: [], nErrors: 0, lines: [] };
  let waiting: FoundArticle[] = [];
  const keep = async () => {
    const candidates = await toCandidates(waiting);
    const drafts = candidates.map((article, at) => ({ number: read.nArticles + at + 1, article }));
    read.nArticles += candidates.length;
    waiting = [];
    return saveDrafts(run, drafts, read.nArticles);
  };
  const source = { name: run.fileName, chunks: partsOf(run) };
  for await (const item of readArticleSource(source, run.options)) {
    if ("article" in item) waiting.push(item.article);
    else if ("error" in item) {
      read.nErrors += 1;
      if (read.errors.length < mostErrors) read.errors.push(item.error);
    } else {
      const { file, encoding, isGuessed } = item.encoding;
      const message = isGuessed ? `read as ${encoding}, a guess` : `read as ${encoding}`;
      read.lines.push({ kind: "encoding", file, message });
    }
    if (waiting.length === batch && !(await keep())) return null;
    if (read.nArticles > mostArticles) {
      throw new AppError("too_large", `Import at most ${mostArticles} articles at once.`);
    }
  }
  return (await keep()) ? read : null;
}

function partsOf(place: Place): Chunks {
  return async function* () {
    for (let at = 0; ;) {
      const part = await findPart(place, at);
      if (!part) return;
      yield part.bytes;
      at += part.bytes.length;
    }
  };
}

function errorLines(errors: readonly FileProblem[]): ImportLine[] {
  return errors.map((error) => ({ kind: "error", ...error }));
}

async function refuse(run: Run, { errors, nErrors, lines }: ReadAll): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await isStillOurs(tx, run))) return;
    await insertLines(tx, placeOf(run), 0, [...errorLines(errors), ...lines]);
    const problem = "There are errors in the file, so nothing was stored.";
    await endImport(tx, placeOf(run), { state: "failed", problem, nErrors });
  });
}

function placeOf({ projectId, importId }: Place): Place {
  return { projectId, importId };
}

async function isStillOurs(tx: Tx, run: Run): Promise<boolean> {
  const row = await lockImport(tx, placeOf(run));
  return row?.state === "running" && row.attempt === run.attempt;
}

/** What a dry run throws once it knows what would happen. */
class DryRunDone extends Error {}

async function storeAll(run: Run, read: ReadAll): Promise<void> {
  const { projectId } = run;
  const { dryRun } = run.options;
  const counts = { nImported: 0, nDuplicates: 0, nNearDuplicates: 0, nErrors: read.nErrors };
  const report: ImportLine[] = [...errorLines(read.errors), ...read.lines];
  const store = async (tx: Tx) => {
    if (!(await isStillOurs(tx, run))) return;
    await lockImports(tx, projectId);
    let nLines = 0;
    const flush = async () => {
      await insertLines(tx, placeOf(run), nLines, report);
      nLines += report.length;
      report.length = 0;
    };
    for (let after = 0; ; after += batch) {
      const drafts = await listDrafts<Candidate>(tx, placeOf(run), after, batch);
      const candidates = drafts.map(({ article }) => article);
      const done = await storeArticles(tx, projectId, candidates, { isStored: true });
      counts.nImported += done.imported.length;
      counts.nDuplicates += done.duplicates.length;
      counts.nNearDuplicates += done.nearDuplicates.length;
      report.push(...linesOfStored(done));
      if (!dryRun) await flush();
      if (drafts.length < batch) break;
    }
    if (dryRun) throw new DryRunDone();
    await flush();
    await endImport(tx, placeOf(run), { state: "done", ...counts });
    const event = { projectId, actorId: run.createdById, subject: run.importId, detail: counts };
    await recordEvent({ ...event, action: "articles.imported" }, tx);
  };
  try {
    await inLongTransaction(store);
  } catch (error) {
    if (!(error instanceof DryRunDone)) throw error;
    await inTransaction(async (tx) => {
      // Ids of articles that were not stored after all would lead nowhere.
      const lines = report.map((line) =>
        line.kind === "imported" ? { ...line, articleId: null } : line,
      );
      await insertLines(tx, placeOf(run), 0, lines);
      await endImport(tx, placeOf(run), { state: "done", ...counts });
    });
  }
}
