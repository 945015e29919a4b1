import type { FoundDisagreement, ReviewMember } from "../domain/review/find-disagreements";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";
import { type PageRequest, pageArguments } from "./page";

export type DisagreementStatus = "open" | "decided" | "stale" | "superseded";
type Row = Awaited<ReturnType<ReturnType<typeof db>["disagreement"]["findFirstOrThrow"]>>;
export type DisagreementRow = Omit<Row, "members"> & { members: ReviewMember[] };

function toDisagreement<Some extends Row>(row: Some) {
  return { ...row, members: fromJson<ReviewMember[]>(row.members) };
}

/** Takes turns with every other recomputation of the article. */
export async function lockArticle(tx: Tx, projectId: string, articleId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Article"
    WHERE id = ${articleId}::uuid AND "projectId" = ${projectId}::uuid FOR UPDATE`;
}

export async function findDisagreementsOfArticle(
  tx: Tx,
  projectId: string,
  articleId: string,
): Promise<(DisagreementRow & { hasDecision: boolean })[]> {
  const rows = await tx.disagreement.findMany({
    where: { projectId, articleId },
    include: { _count: { select: { decisions: true } } },
  });
  return rows.map(({ _count, ...row }) => ({
    ...toDisagreement(row),
    hasDecision: _count.decisions > 0,
  }));
}

function columnsOf(found: FoundDisagreement & { fingerprint: string }) {
  return {
    familyId: found.familyId,
    kind: found.kind,
    segment: found.segment,
    start: found.start,
    end: found.end,
    fingerprint: found.fingerprint,
    tagIds: [...found.tagIds],
    members: toJson(found.members),
  };
}

export async function insertDisagreements(
  tx: Tx,
  home: { projectId: string; articleId: string },
  found: readonly (FoundDisagreement & { id: string })[],
): Promise<void> {
  await tx.disagreement.createMany({
    data: found.map((one) => ({ id: one.id, ...home, ...columnsOf(one) })),
  });
}

/** Gives a disagreement the spans as they stand now; a decision on the old ones is stale. */
export async function updateDisagreement(
  tx: Tx,
  projectId: string,
  id: string,
  found: FoundDisagreement,
  status: DisagreementStatus,
): Promise<void> {
  await tx.disagreement.update({
    where: { projectId_id: { projectId, id } },
    data: { ...columnsOf(found), status, revision: { increment: 1 } },
  });
}

/** The same spans can be another kind of disagreement once more people have handed in. */
export async function setDisagreementKind(
  tx: Tx,
  projectId: string,
  id: string,
  kind: FoundDisagreement["kind"],
): Promise<void> {
  await tx.disagreement.update({ where: { projectId_id: { projectId, id } }, data: { kind } });
}

export async function setDisagreementStatus(
  tx: Tx,
  projectId: string,
  ids: readonly string[],
  status: DisagreementStatus,
): Promise<void> {
  await tx.disagreement.updateMany({
    where: { projectId, id: { in: [...ids] } },
    data: { status, revision: { increment: 1 } },
  });
}

export type InboxFilter = PageRequest & {
  status?: "open" | "decided" | "stale";
  kind?: "one_sided" | "boundary" | "tag" | "boundary_and_tag" | "attribute";
  family?: string;
  tag?: string;
};

/** The inbox: what is open or stale unless a status is asked for. */
export async function listDisagreements(projectId: string, filter: InboxFilter) {
  const rows = await db().disagreement.findMany({
    where: {
      projectId,
      status: filter.status ? filter.status : { in: ["open", "stale", "decided"] },
      ...(filter.kind ? { kind: filter.kind } : {}),
      ...(filter.family ? { familyId: filter.family } : {}),
      ...(filter.tag ? { tagIds: { has: filter.tag } } : {}),
    },
    include: { article: { select: { title: true } } },
    ...pageArguments(filter),
  });
  return rows.map(toDisagreement);
}

export async function findDisagreement(id: string) {
  const row = await db().disagreement.findUnique({
    where: { id },
    include: {
      article: { select: { id: true, title: true, body: true } },
      decisions: {
        orderBy: { baseRevision: "asc" },
        include: { decidedBy: { select: { id: true } } },
      },
    },
  });
  return row && toDisagreement(row);
}

export async function lockDisagreement(
  tx: Tx,
  projectId: string,
  id: string,
): Promise<DisagreementRow> {
  await tx.$queryRaw`
    SELECT id FROM "Disagreement"
    WHERE id = ${id}::uuid AND "projectId" = ${projectId}::uuid FOR UPDATE`;
  const row = await tx.disagreement.findUniqueOrThrow({
    where: { projectId_id: { projectId, id } },
  });
  return toDisagreement(row);
}

/** The next one that waits for a decision, in inbox order, going round at the end. */
export async function findNextOpenId(projectId: string, afterId: string): Promise<string | null> {
  const waiting = { projectId, status: { in: ["open" as const, "stale" as const] } };
  const select = { id: true };
  const orderBy = { id: "asc" as const };
  const next =
    (await db().disagreement.findFirst({
      where: { ...waiting, id: { gt: afterId } },
      orderBy,
      select,
    })) ??
    (await db().disagreement.findFirst({
      where: { ...waiting, id: { lt: afterId } },
      orderBy,
      select,
    }));
  return next?.id ?? null;
}
