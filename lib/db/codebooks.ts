import type { Codebook } from "../domain/codebook/codebook";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";
import type { PageRequest } from "./page";

export type CodebookRow = { id: string; number: number; definition: Codebook };
export type CodebookHistoryRow = CodebookRow & { createdAt: Date; nAssignments: number };

export async function findCurrentCodebook(
  projectId: string,
  tx: Tx = db(),
): Promise<CodebookRow | null> {
  const row = await tx.codebookVersion.findFirst({
    where: { projectId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, definition: true },
  });
  return row && { ...row, definition: fromJson<Codebook>(row.definition) };
}

/** @throws where the project has no such version */
export async function findCodebookById(projectId: string, id: string): Promise<Codebook> {
  const { definition } = await db().codebookVersion.findUniqueOrThrow({
    where: { projectId_id: { projectId, id } },
    select: { definition: true },
  });
  return fromJson<Codebook>(definition);
}

export async function listCodebooks(projectId: string, tx: Tx = db()): Promise<CodebookRow[]> {
  const rows = await tx.codebookVersion.findMany({
    where: { projectId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, definition: true },
  });
  return rows.map((row) => ({ ...row, definition: fromJson<Codebook>(row.definition) }));
}

const history = {
  id: true,
  number: true,
  definition: true,
  createdAt: true,
  _count: { select: { assignments: true } },
} as const;

function toHistoryRow({
  _count,
  ...row
}: Awaited<ReturnType<typeof findHistoryRows>>[number]): CodebookHistoryRow {
  const definition = fromJson<Codebook>(row.definition);
  return { ...row, definition, nAssignments: _count.assignments };
}

function findHistoryRows(
  projectId: string,
  numbers: { lt?: number; equals?: number },
  take: number,
) {
  return db().codebookVersion.findMany({
    where: { projectId, number: numbers },
    orderBy: { number: "desc" },
    take,
    select: history,
  });
}

/** Versions by number, newest first; the page's cursor is the id of the last one shown. */
export async function listCodebookHistory(
  projectId: string,
  { cursor, limit }: PageRequest,
): Promise<CodebookHistoryRow[]> {
  const last = cursor
    ? await db().codebookVersion.findUnique({
        where: { projectId_id: { projectId, id: cursor } },
        select: { number: true },
      })
    : null;
  if (cursor && !last) return [];
  const rows = await findHistoryRows(projectId, last ? { lt: last.number } : {}, limit + 1);
  return rows.map(toHistoryRow);
}

export async function findCodebookVersion(
  projectId: string,
  number: number,
): Promise<CodebookHistoryRow | null> {
  const [row] = await findHistoryRows(projectId, { equals: number }, 1);
  return row ? toHistoryRow(row) : null;
}

/** Versions that assignments were made with: what they offer is or may come to be in use. */
export async function listCodebooksInUse(projectId: string, tx: Tx = db()): Promise<CodebookRow[]> {
  const rows = await tx.codebookVersion.findMany({
    where: { projectId, assignments: { some: {} } },
    orderBy: { number: "asc" },
    select: { id: true, number: true, definition: true },
  });
  return rows.map((row) => ({ ...row, definition: fromJson<Codebook>(row.definition) }));
}

/** Tags that gold spans have, also those that went out of force. Cost: linear in gold. */
export async function listGoldTags(
  projectId: string,
  tx: Tx = db(),
): Promise<{ tagId: string; familyId: string }[]> {
  return tx.goldSpan.findMany({
    where: { projectId },
    distinct: ["tagId", "familyId"],
    select: { tagId: true, familyId: true },
  });
}

/** Waits its turn to publish, until the transaction ends. */
export async function lockCodebook(tx: Tx, projectId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`;
}

/** Publishes the next number; two at once cannot take the same one. */
export async function insertCodebook(
  tx: Tx,
  { id, projectId, definition }: { id: string; projectId: string; definition: Codebook },
): Promise<number> {
  await lockCodebook(tx, projectId);
  const current = await findCurrentCodebook(projectId, tx);
  const number = (current?.number ?? 0) + 1;
  await tx.codebookVersion.create({
    data: { id, projectId, number, definition: toJson(definition) },
  });
  return number;
}
