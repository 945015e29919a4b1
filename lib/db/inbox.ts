import { db } from "./client";
import { Prisma } from "./generated/client";
import type { PageRequest } from "./page";
import { toDisagreement } from "./disagreements";

export type InboxFilter = PageRequest & {
  status?: "open" | "decided" | "stale";
  kind?: "one_sided" | "boundary" | "tag" | "boundary_and_tag" | "attribute";
  family?: string;
  tag?: string;
  order?: "found" | "split";
};

const shownStatuses = ["open", "stale", "decided"] as const;

/**
 * Ids of one page of the inbox and one more, by an index whatever the filter; `split` brings what
 * annotators are most divided on first. Everything that isn't superseded unless a status is given.
 */
export function inboxQuery(projectId: string, filter: InboxFilter): Prisma.Sql {
  const statuses = filter.status ? [filter.status] : shownStatuses;
  // Within a status an index has the order; a few rows of each are quickly put together.
  const pages = statuses.map(
    (status) => Prisma.sql`(${pageOfStatus(projectId, { ...filter, status })})`,
  );
  return Prisma.sql`
    SELECT id FROM (${Prisma.join(pages, " UNION ALL ")}) AS pages
    ${orderOf(filter)} LIMIT ${filter.limit + 1}`;
}

function pageOfStatus(projectId: string, filter: InboxFilter): Prisma.Sql {
  const { status, kind, family, tag, cursor, limit } = filter;
  const none = Prisma.empty;
  return Prisma.sql`
    SELECT id, information FROM "Disagreement"
    WHERE "projectId" = ${projectId}::uuid AND status = ${status}::"DisagreementStatus"
    ${kind ? Prisma.sql`AND kind = ${kind}::"DisagreementKind"` : none}
    ${family ? Prisma.sql`AND "familyId" = ${family}` : none}
    ${tag ? Prisma.sql`AND "tagIds" @> ARRAY[${tag}]::text[]` : none}
    ${cursor ? after(projectId, cursor, filter.order === "split") : none}
    ${orderOf(filter)} LIMIT ${limit + 1}`;
}

function orderOf({ order }: InboxFilter): Prisma.Sql {
  return order === "split"
    ? Prisma.sql`ORDER BY information DESC, id DESC`
    : Prisma.sql`ORDER BY id`;
}

function after(projectId: string, cursor: string, isSplit: boolean): Prisma.Sql {
  if (!isSplit) return Prisma.sql`AND id > ${cursor}::uuid`;
  return Prisma.sql`AND (information, id) < (
    SELECT information, id FROM "Disagreement"
    WHERE "projectId" = ${projectId}::uuid AND id = ${cursor}::uuid)`;
}

/** One page of the inbox, and one row more where there are more. */
export async function listDisagreements(projectId: string, filter: InboxFilter) {
  const found = await db().$queryRaw<{ id: string }[]>(inboxQuery(projectId, filter));
  return readInOrder(
    projectId,
    found.map(({ id }) => id),
  );
}

async function readInOrder(projectId: string, ids: readonly string[]) {
  const rows = await db().disagreement.findMany({
    where: { projectId, id: { in: [...ids] } },
    include: { article: { select: { title: true } } },
  });
  const at = new Map(ids.map((id, index) => [id, index]));
  return rows.map(toDisagreement).sort((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0));
}

const waitingStatuses = ["open", "stale"] as const;

/** The next one that waits for a decision, in the order they were found, going round at the end. */
export async function findNextOpenId(projectId: string, afterId: string): Promise<string | null> {
  const after = await findFirstWaiting(projectId, { gt: afterId });
  return after ?? (await findFirstWaiting(projectId, { lt: afterId }));
}

async function findFirstWaiting(projectId: string, id: { gt: string } | { lt: string }) {
  // One look-up a status: each is the first entry of an index.
  const found = await Promise.all(
    waitingStatuses.map((status) =>
      db().disagreement.findFirst({
        where: { projectId, status, id },
        orderBy: { id: "asc" },
        select: { id: true },
      }),
    ),
  );
  return found.flatMap((row) => (row ? [row.id] : [])).sort()[0] ?? null;
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
        include: { article: { select: { title: true } } },
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
