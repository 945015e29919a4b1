import { isUuid } from "../domain/access/uuid";
import { type AssignmentHead, findAssignmentHead } from "./assignments";
import { db, type Tx } from "./client";

/** Articles of the project whose id, external id or hash is among `keys`, oldest version first. */
export async function findArticlesByKeys(projectId: string, keys: readonly string[]) {
  const found = new Map<
    string,
    { id: string; externalId: string; sha256: string; version: number }
  >();
  for (let at = 0; at < keys.length; at += atOnce) {
    const names = keys.slice(at, at + atOnce);
    const rows = await db().article.findMany({
      where: {
        projectId,
        OR: [
          { id: { in: names.filter(isUuid) } },
          { externalId: { in: names } },
          { sha256: { in: names } },
        ],
      },
      select: { id: true, externalId: true, sha256: true, version: true },
    });
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()].sort((a, b) => a.version - b.version || (a.id < b.id ? -1 : 1));
}

/** A statement may have 32,767 parameters, and each key is up to three. */
const atOnce = 10_000;

/** The layer of one person on one article, if it was ever assigned. */
export async function findAssignmentOfPair(
  projectId: string,
  articleId: string,
  annotatorId: string,
  tx: Tx = db(),
): Promise<AssignmentHead | null> {
  const row = await tx.assignment.findFirst({
    where: { projectId, articleId, annotatorId },
    select: { id: true },
  });
  return row && findAssignmentHead(row.id);
}
