import { db, type Tx } from "./client";

export function insertAppeal(
  tx: Tx,
  appeal: {
    id: string;
    projectId: string;
    disagreementId: string;
    decisionId: string;
    annotatorId: string;
    reason: string;
  },
) {
  return tx.appeal.create({ data: appeal });
}

export function findAppeal(tx: Tx, id: string) {
  return tx.appeal.findUnique({ where: { id } });
}

export function findAppealOf(tx: Tx, decisionId: string, annotatorId: string) {
  return tx.appeal.findUnique({
    where: { decisionId_annotatorId: { decisionId, annotatorId } },
  });
}

/** An annotator's appeals on these disagreements, the first first. */
export function listAppealsOf(
  projectIds: readonly string[],
  annotatorId: string,
  disagreementIds: readonly string[],
) {
  return db().appeal.findMany({
    where: {
      projectId: { in: [...projectIds] },
      annotatorId,
      disagreementId: { in: [...disagreementIds] },
    },
    orderBy: { id: "asc" },
  });
}
