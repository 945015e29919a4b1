import { db, type Tx } from "./client";

// Counted apart from the rows they belong to: asked for both at once, PostgreSQL first counts what
// all layers and all articles have.

/** How many spans stand in each of these layers; one without spans isn't there. */
export async function countSpansOf(
  assignmentIds: readonly string[],
  tx: Tx = db(),
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.span.groupBy({
    by: ["assignmentId"],
    where: { assignmentId: { in: [...assignmentIds] }, removedAt: null },
    _count: { _all: true },
  });
  return new Map(rows.map(({ assignmentId, _count }) => [assignmentId, _count._all]));
}

/** How many disagreements of each of these articles wait for a decision. */
export async function countOpenDisagreementsOf(
  projectId: string,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db().disagreement.groupBy({
    by: ["articleId"],
    where: {
      projectId,
      articleId: { in: [...articleIds] },
      status: { in: ["open", "stale"] },
    },
    _count: { _all: true },
  });
  return new Map(rows.map(({ articleId, _count }) => [articleId, _count._all]));
}
