import type { Codebook } from "../domain/codebook/codebook";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";

export type CodebookRow = { id: string; number: number; definition: Codebook };

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

export async function listCodebooks(projectId: string, tx: Tx = db()): Promise<CodebookRow[]> {
  const rows = await tx.codebookVersion.findMany({
    where: { projectId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, definition: true },
  });
  return rows.map((row) => ({ ...row, definition: fromJson<Codebook>(row.definition) }));
}

/** Publishes the next number; two at once cannot take the same one. */
export async function insertCodebook(
  tx: Tx,
  { id, projectId, definition }: { id: string; projectId: string; definition: Codebook },
): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`;
  const current = await findCurrentCodebook(projectId, tx);
  const number = (current?.number ?? 0) + 1;
  await tx.codebookVersion.create({
    data: { id, projectId, number, definition: toJson(definition) },
  });
  return number;
}
