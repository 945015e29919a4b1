import { db, type Tx } from "./client";

export type NewComment = {
  id: string;
  projectId: string;
  disagreementId: string;
  authorId: string;
  text: string;
  mentionedIds: string[];
};

/** @returns whether it was stored; a known id changes nothing */
export async function insertComment(tx: Tx, comment: NewComment): Promise<boolean> {
  const { count } = await tx.comment.createMany({ data: [comment], skipDuplicates: true });
  return count === 1;
}

export function findComment(tx: Tx, id: string) {
  return tx.comment.findUnique({ where: { id } });
}

/** What was said about a disagreement, the first first. */
export function listComments(projectId: string, disagreementId: string) {
  return db().comment.findMany({
    where: { projectId, disagreementId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
