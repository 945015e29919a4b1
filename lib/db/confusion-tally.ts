import { db, inTransaction } from "./client";

const freshMs = 5_000;

/**
 * Counts how often tags are confused in the project, decided or not, unless that was done a moment
 * ago or is being done. Linear in an index of the project's disagreements.
 */
export async function tallyConfusions(projectId: string): Promise<void> {
  const newest = await db().confusionTally.findFirst({
    where: { projectId, talliedAt: { gt: new Date(Date.now() - freshMs) } },
    select: { talliedAt: true },
  });
  if (newest) return;
  await inTransaction(async (tx) => {
    const [turn] = await tx.$queryRaw<{ isMine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`confusion tally ${projectId}`}, 0))
        AS "isMine"`;
    if (!turn?.isMine) return;
    await tx.confusionTally.deleteMany({ where: { projectId } });
    await tx.$executeRaw`
      INSERT INTO "ConfusionTally" ("projectId", confusion, n, "talliedAt")
      SELECT ${projectId}::uuid, confusion, count(*), clock_timestamp() FROM "Disagreement"
      WHERE "projectId" = ${projectId}::uuid AND status IN ('open', 'stale', 'decided')
        AND confusion IS NOT NULL
      GROUP BY confusion`;
  });
}
