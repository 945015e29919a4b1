import { db } from "./client";

const freshMs = 5_000;

/**
 * Counts how often tags are confused in the project, decided or not, unless that was done a moment
 * ago. Linear in an index of the project's disagreements. Two at once do the same work twice.
 */
export async function tallyConfusions(projectId: string): Promise<void> {
  const begun = new Date();
  const newest = await db().confusionTally.findFirst({
    where: { projectId, talliedAt: { gt: new Date(begun.getTime() - freshMs) } },
    select: { talliedAt: true },
  });
  if (newest) return;
  // In one order, so that of two at once one waits for the other and not each for each.
  await db().$executeRaw`
    INSERT INTO "ConfusionTally" ("projectId", confusion, n, "talliedAt")
    SELECT ${projectId}::uuid, confusion, count(*), ${begun} FROM "Disagreement"
    WHERE "projectId" = ${projectId}::uuid AND status IN ('open', 'stale', 'decided')
      AND confusion IS NOT NULL
    GROUP BY confusion ORDER BY confusion
    ON CONFLICT ("projectId", confusion)
      DO UPDATE SET n = excluded.n, "talliedAt" = excluded."talliedAt"`;
  await db().confusionTally.deleteMany({ where: { projectId, talliedAt: { lt: begun } } });
}
