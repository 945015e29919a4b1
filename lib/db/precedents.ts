import type { ReviewMember } from "../domain/review/judgement";
import { standingDecisions } from "../domain/review/standing-decision";
import { db } from "./client";
import { Prisma } from "./generated/client";
import { fromJson } from "./json";
import type { PageRequest } from "./page";

/** Ids of one page of decisions that cite a rule and one more, the latest first. */
export function precedentQuery(
  projectId: string,
  ruleId: string,
  { cursor, limit }: PageRequest,
): Prisma.Sql {
  const after = cursor
    ? Prisma.sql`AND ("decidedAt", id) < (
        SELECT "decidedAt", id FROM "Decision"
        WHERE "projectId" = ${projectId}::uuid AND id = ${cursor}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    SELECT id FROM "Decision"
    WHERE "projectId" = ${projectId}::uuid AND "ruleCited" = ${ruleId} ${after}
    ORDER BY "decidedAt" DESC, id DESC LIMIT ${limit + 1}`;
}

/** Decisions that cite a rule with what they were about, and whether they still stand. */
export async function listPrecedents(projectId: string, ruleId: string, request: PageRequest) {
  const found = await db().$queryRaw<{ id: string }[]>(precedentQuery(projectId, ruleId, request));
  const rows = await db().decision.findMany({
    where: { projectId, id: { in: found.map(({ id }) => id) } },
    include: {
      disagreement: {
        select: {
          familyId: true,
          kind: true,
          status: true,
          members: true,
          article: { select: { title: true } },
          decisions: {
            orderBy: { baseRevision: "asc" },
            select: { id: true, outcome: true, baseRevision: true },
          },
        },
      },
    },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ disagreement, ...row }) => ({
    ...row,
    isStanding:
      disagreement.status === "decided" &&
      standingDecisions(disagreement.decisions).at(-1)?.id === row.id,
    disagreement: {
      ...disagreement,
      members: fromJson<ReviewMember[]>(disagreement.members),
    },
  }));
}

/** How many decisions cite each rule. */
export async function countCitations(projectId: string): Promise<Map<string, number>> {
  const rows = await db().decision.groupBy({
    by: ["ruleCited"],
    where: { projectId, ruleCited: { not: null } },
    _count: { _all: true },
  });
  return new Map(rows.map(({ ruleCited, _count }) => [ruleCited ?? "", _count._all]));
}
