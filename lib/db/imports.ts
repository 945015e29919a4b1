import { type AssignmentHead, findAssignmentHead } from "./assignments";
import { db, type Tx } from "./client";

/** Articles of the project whose id, external id or hash is among `keys`, oldest version first. */
export function findArticlesByKeys(
  projectId: string,
  { ids, names }: { ids: readonly string[]; names: readonly string[] },
) {
  return db().article.findMany({
    where: {
      projectId,
      OR: [
        { id: { in: [...ids] } },
        { externalId: { in: [...names] } },
        { sha256: { in: [...names] } },
      ],
    },
    select: { id: true, externalId: true, sha256: true },
    orderBy: [{ version: "asc" }, { id: "asc" }],
  });
}

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
