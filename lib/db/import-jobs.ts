import type { Prisma } from "./generated/client";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";

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
  options: true,
  state: true,
  attempt: true,
  nRead: true,
  nImported: true,
  nDuplicates: true,
  nNearDuplicates: true,
  nErrors: true,
  problem: true,
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

/** An upload of the same file by the same person that broke off. */
export function findBrokenOff(projectId: string, createdById: string, fingerprint: string) {
  return db().import.findFirst({
    where: { projectId, createdById, fingerprint, state: "uploading" },
    select: columns,
    orderBy: { id: "desc" },
  });
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

/** The import, locked until the transaction ends. */
export async function lockImport(tx: Tx, { projectId, importId }: Place) {
  await tx.$queryRaw`
    SELECT id FROM "Import"
    WHERE id = ${importId}::uuid AND "projectId" = ${projectId}::uuid FOR UPDATE`;
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

export async function insertPart(
  tx: Tx,
  { projectId, importId }: Place,
  at: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.importPart.create({ data: { projectId, importId, at, bytes } });
}

/** The part that begins at a byte, or null behind the last one. */
export function findPart(
  { projectId, importId }: Place,
  at: number,
): Promise<{ bytes: Uint8Array } | null> {
  return db().importPart.findUnique({
    where: { projectId_importId_at: { projectId, importId, at } },
    select: { bytes: true },
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
 * do, or another worker is storing it this moment.
 */
export function beginRun({ projectId, importId }: Place) {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Import"
      WHERE id = ${importId}::uuid AND "projectId" = ${projectId}::uuid
        AND state IN ('queued', 'running') FOR UPDATE SKIP LOCKED`;
    if (!row) return null;
    await tx.importDraft.deleteMany({ where: { projectId, importId } });
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

type Draft = { number: number; article: unknown };

/** Keeps what was read. @returns false if another run has taken over or the import was cancelled */
export function saveDrafts(
  { projectId, importId, attempt }: Place & { attempt: number },
  drafts: readonly Draft[],
  nRead: number,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { projectId, id: importId, attempt, state: "running" },
      data: { nRead, updatedAt: new Date() },
    });
    if (count === 0) return false;
    await tx.importDraft.createMany({
      data: drafts.map(({ number, article }) => ({
        ...{ projectId, importId, number, article: toJson(article) },
      })),
    });
    return true;
  });
}

/** The drafts after one number, in order. */
export async function listDrafts<Article>(
  tx: Tx,
  { projectId, importId }: Place,
  after: number,
  limit: number,
): Promise<{ number: number; article: Article }[]> {
  const rows = await tx.importDraft.findMany({
    where: { projectId, importId, number: { gt: after } },
    orderBy: { number: "asc" },
    take: limit,
  });
  return rows.map(({ number, article }) => ({ number, article: fromJson<Article>(article) }));
}

export type ImportLine = {
  kind: "imported" | "duplicate" | "near_duplicate" | "encoding" | "error";
  file: string;
  line?: number | null;
  column?: number | null;
  title?: string | null;
  message?: string | null;
  articleId?: string | null;
  otherId?: string | null;
};

/** Appends to the report. @param from how many lines it has */
export async function insertLines(
  tx: Tx,
  place: Place,
  from: number,
  lines: readonly ImportLine[],
): Promise<void> {
  await tx.importLine.createMany({
    data: lines.map((line, at) => ({ ...line, ...place, number: from + at })),
  });
}

/** A page of the report. */
export function listLines({ projectId, importId }: Place, from: number, limit: number) {
  return db().importLine.findMany({
    where: { projectId, importId, number: { gte: from } },
    orderBy: { number: "asc" },
    take: limit,
  });
}

/** Ends an import and lets its bytes and drafts go; the report stays. */
export async function endImport(
  tx: Tx,
  place: Place,
  change: { state: "done" | "failed" | "cancelled"; problem?: string } & Partial<
    Record<"nImported" | "nDuplicates" | "nNearDuplicates" | "nErrors", number>
  >,
): Promise<void> {
  await updateImport(tx, place, { ...change, finishedAt: new Date() });
  await tx.importPart.deleteMany({ where: place });
  await tx.importDraft.deleteMany({ where: place });
}
