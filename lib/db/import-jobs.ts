import type { Bulk } from "./bulk";
import type { Prisma } from "./generated/client";
import type { Facts } from "../domain/problem";
import { type SentReason, toSentReason } from "../domain/reason";
import { db, type Tx } from "./client";
import { CopyRows } from "./copy-rows";
import { toJson } from "./json";

export type ImportState = "uploading" | "queued" | "running" | "done" | "failed" | "cancelled";
export type ImportRow = Awaited<ReturnType<typeof findImport>>;
type Place = { projectId: string; importId: string };

const columns = {
  id: true,
  projectId: true,
  createdById: true,
  fileName: true,
  nBytes: true,
  nReceived: true,
  receivedHash: true,
  wasResumed: true,
  options: true,
  state: true,
  attempt: true,
  nRead: true,
  nImported: true,
  nDuplicates: true,
  nNearDuplicates: true,
  nErrors: true,
  problem: true,
  problemReason: true,
  problemFacts: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.ImportSelect;

export async function insertImport(
  row: {
    id: string;
    projectId: string;
    createdById: string;
    fileName: string;
    nBytes: number;
    fingerprint: string;
    options: unknown;
  },
  tx: Tx = db(),
): Promise<void> {
  await tx.import.create({ data: { ...row, options: toJson(row.options) } });
}

export function findImport({ projectId, importId }: Place, tx: Tx = db()) {
  return tx.import.findUnique({
    where: { projectId_id: { projectId, id: importId } },
    select: columns,
  });
}

/**
 * The latest upload by the same person that broke off and seems to be of the same file. From here on
 * its parts must prove it. Null if there is none.
 */
export async function resumeUpload(projectId: string, createdById: string, fingerprint: string) {
  const latest = await db().import.findFirst({
    where: {
      ...{ projectId, createdById, fingerprint, state: "uploading" },
      OR: [{ nReceived: 0 }, { receivedHash: { not: null } }],
    },
    select: { id: true },
    orderBy: { id: "desc" },
  });
  if (!latest) return null;
  const [row] = await db().import.updateManyAndReturn({
    where: { projectId, id: latest.id, state: "uploading" },
    data: { wasResumed: true },
    select: columns,
  });
  return row ?? null;
}

/** The latest imports of a project. */
export function listImports(projectId: string, limit: number) {
  return db().import.findMany({
    where: { projectId },
    select: columns,
    orderBy: { id: "desc" },
    take: limit,
  });
}

/** The import, whose state nobody else changes until the transaction ends. */
export async function lockImport(tx: Tx, { projectId, importId }: Place) {
  await tx.$queryRaw`
    SELECT id FROM "Import"
    WHERE id = ${importId}::uuid AND "projectId" = ${projectId}::uuid FOR NO KEY UPDATE`;
  return findImport({ projectId, importId }, tx);
}

export async function updateImport(
  tx: Tx,
  { projectId, importId }: Place,
  change: Omit<Prisma.ImportUncheckedUpdateInput, "id" | "projectId" | "options">,
): Promise<void> {
  await tx.import.update({
    where: { projectId_id: { projectId, id: importId } },
    data: { ...change, updatedAt: new Date() },
  });
}

/** Puts the import into the queue, with the transaction or not at all. */
export async function enqueueImport(tx: Tx, { projectId, importId }: Place): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('import-articles',
      json_build_object('projectId', ${projectId}::text, 'importId', ${importId}::text),
      job_key := ${`import ${importId}`}, max_attempts := 5)`;
}

/** Queues what nobody has worked on for a while: its worker died, or the queue lost it. */
export async function requeueStalledImports(seconds: number): Promise<void> {
  const rows = await db().$queryRaw<{ id: string; projectId: string }[]>`
    SELECT id, "projectId" FROM "Import"
    WHERE state IN ('queued', 'running')
      AND "updatedAt" < now() - make_interval(secs => ${seconds}::int)`;
  for (const { id, projectId } of rows) await enqueueImport(db(), { projectId, importId: id });
}

/** Uploads that nobody has gone on with for a while. */
export function listAbandonedUploads(days: number) {
  return db().$queryRaw<{ id: string; projectId: string }[]>`
    SELECT id, "projectId" FROM "Import"
    WHERE state = 'uploading' AND "updatedAt" < now() - make_interval(days => ${days}::int)`;
}

/**
 * Begins a run, from the beginning whatever an earlier one had read. Null where there is nothing to
 * do, or another worker is beginning or ending it this moment.
 */
export function beginRun({ projectId, importId }: Place) {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Import"
      WHERE id = ${importId}::uuid AND "projectId" = ${projectId}::uuid
        AND state IN ('queued', 'running') FOR NO KEY UPDATE SKIP LOCKED`;
    if (!row) return null;
    await tx.importLine.deleteMany({ where: { projectId, importId } });
    await updateImport(
      tx,
      { projectId, importId },
      {
        ...{ state: "running", attempt: { increment: 1 }, nRead: 0 },
      },
    );
    return findImport({ projectId, importId }, tx);
  });
}

/**
 * Says how far a run has come, and that it is alive.
 * @returns false if another run has taken over or the import was cancelled
 */
export async function saveProgress(
  { projectId, importId, attempt }: Place & { attempt: number },
  nRead?: number,
): Promise<boolean> {
  const { count } = await db().import.updateMany({
    where: { projectId, id: importId, attempt, state: "running" },
    data: { ...(nRead === undefined ? {} : { nRead }), updatedAt: new Date() },
  });
  return count > 0;
}

export type ImportLine = {
  kind: "imported" | "duplicate" | "near_duplicate" | "encoding" | "error";
  file: string;
  line?: number | null;
  column?: number | null;
  title?: string | null;
  message?: string | null;
  reason?: string | undefined;
  facts?: Facts | undefined;
  articleId?: string | null;
  otherId?: string | null;
};

/** Adds to the report. @param from the number of the first line; gaps do no harm */
export async function insertLines(
  bulk: Bulk,
  { projectId, importId }: Place,
  from: number,
  lines: readonly ImportLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const rows = new CopyRows(13);
  for (const [at, line] of lines.entries()) {
    rows
      .row()
      .uuid(projectId)
      .uuid(importId)
      .int(from + at)
      .text(line.kind)
      .text(line.file);
    rows
      .int(line.line ?? null)
      .int(line.column ?? null)
      .text(line.title ?? null);
    rows
      .text(line.message ?? null)
      .text(line.reason ?? null)
      .jsonb(toSentReason(line).facts ?? null);
    rows.uuid(line.articleId ?? null).uuid(line.otherId ?? null);
  }
  await bulk.copy(
    `"ImportLine" ("projectId", "importId", number, kind, file, line, "column", title, message,
       reason, facts, "articleId", "otherId")`,
    rows,
  );
}

/** A page of the report, from the line with that number on; of one kind, it reads past the others. */
export function listLines(
  { projectId, importId }: Place,
  { from, limit, kind }: { from: number; limit: number; kind?: ImportLine["kind"] | undefined },
) {
  return db().importLine.findMany({
    where: { projectId, importId, number: { gte: from }, ...(kind ? { kind } : {}) },
    orderBy: { number: "asc" },
    take: limit,
  });
}

/** Why an import failed as a whole. */
export type ImportProblem = { problem: string } & SentReason;

/** Ends an import and lets its bytes go; the report stays. */
export async function endImport(
  tx: Tx,
  place: Place,
  {
    reason,
    facts,
    ...change
  }: { state: "done" | "failed" | "cancelled" } & Partial<
    ImportProblem & Record<"nImported" | "nDuplicates" | "nNearDuplicates" | "nErrors", number>
  >,
): Promise<void> {
  const sent = toSentReason({ reason, facts });
  await updateImport(tx, place, {
    ...change,
    ...(sent.reason ? { problemReason: sent.reason, problemFacts: toJson(sent.facts) } : {}),
    finishedAt: new Date(),
  });
  await tx.importPart.deleteMany({ where: place });
}
