import type { Attributes } from "../domain/spans/span";
import { db, type Tx } from "./client";
import { fromJson } from "./json";

/** All gold there is or was on an article, with the decision that each came from. */
export async function listGold(projectId: string, articleId: string) {
  const rows = await db().goldSpan.findMany({
    where: { projectId, articleId },
    include: {
      decision: {
        select: {
          disagreementId: true,
          decidedById: true,
          decidedAt: true,
          ruleCited: true,
          comment: true,
        },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, attributes: fromJson<Attributes>(row.attributes) }));
}

/** Places and tags of what is gold now; what was turned down or left open isn't. */
export function listGoldInForce(tx: Tx, projectId: string, articleId: string) {
  return tx.goldSpan.findMany({
    where: {
      ...{ projectId, articleId, retiredAt: null },
      outcome: { in: ["unanimous", "accept", "edit", "add"] },
    },
    select: { segment: true, start: true, end: true, tagId: true },
  });
}

/** Who made each of these spans, by span id. */
export async function findSpanAuthors(
  projectId: string,
  spanIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db().span.findMany({
    where: { projectId, id: { in: [...spanIds] } },
    select: { id: true, assignment: { select: { annotatorId: true } } },
  });
  return new Map(rows.map(({ id, assignment }) => [id, assignment.annotatorId]));
}

/** Disagreements of the article that nobody has decided, or whose decision is stale. */
export function countWaiting(projectId: string, articleId: string): Promise<number> {
  return db().disagreement.count({
    where: { projectId, articleId, status: { in: ["open", "stale"] } },
  });
}
