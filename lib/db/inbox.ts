import { tallyConfusions } from "./confusion-tally";
import { db } from "./client";
import { toDisagreement } from "./disagreements";
import { Prisma } from "./generated/client";
import { type InboxFilter, inboxQuery, waitingStatuses } from "./inbox-query";

/** What a list shows beside the row itself. */
const listed = {
  article: { select: { title: true } },
  decisions: { orderBy: { baseRevision: "desc" }, take: 1, select: { id: true } },
  appeals: { orderBy: { createdAt: "desc" }, take: 1, select: { decisionId: true } },
} as const;

/** One page of the inbox, and one row more where there are more. */
export async function listDisagreements(projectId: string, filter: InboxFilter) {
  // A tally that changed between two pages would show some twice.
  if (filter.order === "confusion" && !filter.cursor) await tallyConfusions(projectId);
  const found = await db().$queryRaw<{ id: string }[]>(inboxQuery(projectId, filter));
  return readInOrder(
    projectId,
    found.map(({ id }) => id),
  );
}

async function readInOrder(projectId: string, ids: readonly string[]) {
  const rows = await db().disagreement.findMany({
    where: { projectId, id: { in: [...ids] } },
    include: listed,
  });
  const at = new Map(ids.map((id, index) => [id, index]));
  return rows.map(toDisagreement).sort((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0));
}
export type ListedDisagreement = Awaited<ReturnType<typeof readInOrder>>[number];

/** The next one of a view that waits for a decision, going round at the end. */
export async function findNextOpenId(
  projectId: string,
  afterId: string,
  filter: Omit<InboxFilter, "cursor" | "limit">,
): Promise<string | null> {
  const { status } = filter;
  const statuses = status === "open" || status === "stale" ? [status] : waitingStatuses;
  const find = async (page: { cursor?: string; limit: number }) => {
    const query = inboxQuery(projectId, { ...filter, ...page }, statuses);
    const rows = await db().$queryRaw<{ id: string }[]>(query);
    return rows.map(({ id }) => id).find((id) => id !== afterId) ?? null;
  };
  return (await find({ cursor: afterId, limit: 1 })) ?? (await find({ limit: 1 }));
}

export type Likeness = { phrase: string } | { confusion: string };

/** Waiting disagreements of the family that share the phrase or the confusion. */
export async function findAlike(
  projectId: string,
  { familyId, notId, limit }: { familyId: string; notId: string; limit: number },
  likeness: Likeness,
) {
  const pages = await Promise.all(
    waitingStatuses.map((status) =>
      db().disagreement.findMany({
        where: { projectId, status, ...likeness, familyId, id: { not: notId } },
        include: listed,
        orderBy: { id: "asc" },
        take: limit,
      }),
    ),
  );
  return pages.flat().map(toDisagreement).slice(0, limit);
}

/** How many there are of each status and kind, by an index alone. */
export async function countDisagreements(projectId: string) {
  const rows = await db().disagreement.groupBy({
    by: ["status", "kind"],
    where: { projectId, status: { in: ["open", "stale", "decided"] } },
    _count: { _all: true },
    orderBy: [{ status: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ status, kind, _count }) => ({ status, kind, count: _count._all }));
}

const mostValues = 500;
const listedColumns = { outlet: Prisma.sql`outlet`, week: Prisma.sql`week` };

/**
 * Outlets of articles with disagreements, or weeks of submission: from one to the next through an
 * index, each once.
 */
export async function listValues(
  projectId: string,
  column: keyof typeof listedColumns,
): Promise<string[]> {
  const name = listedColumns[column];
  const next = (status: string, more: Prisma.Sql) => Prisma.sql`
    SELECT ${name} FROM "Disagreement"
    WHERE "projectId" = ${projectId}::uuid AND status = ${status}::"DisagreementStatus"
      AND ${name} IS NOT NULL ${more} ORDER BY ${name} LIMIT 1`;
  const pages = await Promise.all(
    ["open", "stale", "decided"].map(
      (status) =>
        db().$queryRaw<{ value: string }[]>`
          WITH RECURSIVE found(value) AS (
            (${next(status, Prisma.empty)})
            UNION ALL
            SELECT (${next(status, Prisma.sql`AND ${name} > found.value`)}) FROM found
            WHERE found.value IS NOT NULL)
          SELECT value FROM found WHERE value IS NOT NULL LIMIT ${mostValues}`,
    ),
  );
  return [...new Set(pages.flat().map(({ value }) => value))].sort();
}
