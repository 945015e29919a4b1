import { db, type Tx } from "./client";

/**
 * Whether an article's gold stands: `nReaders` have handed it in, of whom some may have it back, and
 * nothing of it waits for a decision.
 */
export async function isGoldSettled(
  tx: Tx,
  projectId: string,
  articleId: string,
  nReaders: number,
): Promise<boolean> {
  const nLayers = await tx.assignment.count({
    where: { projectId, articleId, isTraining: false, status: { in: ["submitted", "returned"] } },
  });
  if (nLayers < nReaders) return false;
  const waiting = await tx.disagreement.findFirst({
    where: { projectId, articleId, status: { in: ["open", "stale"] } },
    select: { id: true },
  });
  return waiting === null;
}

/** Submitted layers that were made to learn. */
export function countTrainingLayers(projectId: string): Promise<number> {
  return db().assignment.count({ where: { projectId, isTraining: true, status: "submitted" } });
}
