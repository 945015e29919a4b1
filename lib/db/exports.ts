import { db } from "./client";

/** Disagreements of one article that wait for a decision. */
export function countOpenDisagreements(projectId: string, articleId: string): Promise<number> {
  return db().disagreement.count({
    where: { projectId, articleId, status: { in: ["open", "stale"] } },
  });
}
