import type { Split } from "../domain/review/describe-split";
import type { FoundDisagreement } from "../domain/review/find-disagreements";
import type { ReviewMember } from "../domain/review/judgement";
import { standingDecisions } from "../domain/review/standing-decision";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";

export type DisagreementStatus = "open" | "decided" | "stale" | "superseded";
type Row = Awaited<ReturnType<ReturnType<typeof db>["disagreement"]["findFirstOrThrow"]>>;
export type DisagreementRow = Omit<Row, "members"> & { members: ReviewMember[] };

/** A row with its members as what they are. */
export function toDisagreement<Some extends Row>(
  row: Some,
): Omit<Some, "members"> & { members: ReviewMember[] } {
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
    include: {
      decisions: {
        orderBy: { baseRevision: "asc" },
        select: { outcome: true, baseRevision: true },
      },
    },
  });
  return rows.map(({ decisions, ...row }) => ({
    ...toDisagreement(row),
    hasDecision: standingDecisions(decisions).length > 0,
  }));
}

/** A disagreement with everybody whose submitted layer it was computed from. */
export type ComputedDisagreement = FoundDisagreement & { annotatorIds: readonly string[] };
/** What all missed, once a reviewer saw it. */
export type MissedDisagreement = Omit<ComputedDisagreement, "kind"> & { kind: "missed" };

function columnsOf(found: ComputedDisagreement | MissedDisagreement) {
  return {
    familyId: found.familyId,
    kind: found.kind,
    segment: found.segment,
    start: found.start,
    end: found.end,
    fingerprint: found.fingerprint,
    tagIds: [...found.tagIds],
    members: toJson(found.members),
    information: found.information,
    phrase: found.phrase,
    confusion: found.confusion,
    annotatorIds: [...found.annotatorIds],
  };
}

export async function insertDisagreements(
  tx: Tx,
  home: { projectId: string; articleId: string },
  found: readonly ((ComputedDisagreement | MissedDisagreement) & { id: string })[],
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
  found: ComputedDisagreement,
  status: DisagreementStatus,
): Promise<void> {
  await tx.disagreement.update({
    where: { projectId_id: { projectId, id } },
    data: { ...columnsOf(found), status, revision: { increment: 1 } },
  });
}

/** The same spans can be another kind, and more split, once more people have handed in. */
export async function describeDisagreement(
  tx: Tx,
  projectId: string,
  id: string,
  {
    kind,
    information,
    phrase,
    confusion,
    annotatorIds,
  }: Split & Pick<ComputedDisagreement, "kind" | "annotatorIds">,
): Promise<void> {
  await tx.disagreement.update({
    where: { projectId_id: { projectId, id } },
    data: { kind, information, phrase, confusion, annotatorIds: [...annotatorIds] },
  });
}

/** Says when the last of the article's layers was handed in, and under which codebook at the newest. */
export async function dateDisagreements(
  tx: Tx,
  { projectId, articleId }: { projectId: string; articleId: string },
  { week, codebookNumber }: { week: string | null; codebookNumber: number | null },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Disagreement" SET week = ${week}, "codebookNumber" = ${codebookNumber}
    WHERE "projectId" = ${projectId}::uuid AND "articleId" = ${articleId}::uuid
      AND status <> 'superseded'
      AND (week IS DISTINCT FROM ${week} OR "codebookNumber" IS DISTINCT FROM ${codebookNumber}::int)`;
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

export async function findDisagreement(id: string) {
  const row = await db().disagreement.findUnique({
    where: { id },
    include: {
      article: { select: { id: true, title: true, body: true, language: true } },
      decisions: {
        orderBy: { baseRevision: "asc" },
        include: { decidedBy: { select: { id: true } } },
      },
      appeals: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
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
