import { db, type Tx } from "./client";
import { toDisagreement } from "./disagreements";

/** Whether the discussion is open to the annotators of its article. */
export async function isDiscussionOpen(
  projectId: string,
  disagreementId: string,
  tx: Tx = db(),
): Promise<boolean> {
  const last = await tx.discussionOpening.findFirst({
    where: { projectId, disagreementId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { isOpen: true },
  });
  return last?.isOpen ?? false;
}

export async function insertOpening(
  tx: Tx,
  opening: {
    id: string;
    projectId: string;
    disagreementId: string;
    isOpen: boolean;
    actorId: string;
  },
): Promise<void> {
  await tx.discussionOpening.create({ data: opening });
}

/** Whether somebody's layer of the article is handed in, and not one made to learn. */
export async function hasSubmitted(
  projectId: string,
  articleId: string,
  annotatorId: string,
): Promise<boolean> {
  const row = await db().assignment.findFirst({
    where: { projectId, articleId, annotatorId, status: "submitted", isTraining: false },
    select: { id: true },
  });
  return row !== null;
}

const mostShown = 100;

/** Discussions that are open to an annotator who handed their articles in, the latest first. */
export async function listDiscussionsOpenTo(annotatorId: string) {
  const open = await db().$queryRaw<{ disagreementId: string }[]>`
    SELECT o."disagreementId" FROM (
      SELECT DISTINCT ON ("disagreementId") "disagreementId", "projectId", "isOpen", "createdAt"
      FROM "DiscussionOpening" WHERE "projectId" IN (
        SELECT "projectId" FROM "Membership"
        WHERE "userId" = ${annotatorId}::uuid AND "removedAt" IS NULL AND role = 'annotator')
      ORDER BY "disagreementId", "createdAt" DESC, id DESC) o
    JOIN "Disagreement" d ON d.id = o."disagreementId"
    JOIN "Assignment" a ON a."articleId" = d."articleId" AND a."projectId" = d."projectId"
      AND a."annotatorId" = ${annotatorId}::uuid AND a.status = 'submitted' AND NOT a."isTraining"
    WHERE o."isOpen" ORDER BY o."createdAt" DESC LIMIT ${mostShown}`;
  const rows = await db().disagreement.findMany({
    where: { id: { in: open.map(({ disagreementId }) => disagreementId) } },
    include: {
      project: { select: { name: true } },
      article: { select: { title: true } },
      _count: { select: { comments: true } },
    },
  });
  const at = new Map(open.map(({ disagreementId }, index) => [disagreementId, index]));
  return rows.map(toDisagreement).sort((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0));
}
