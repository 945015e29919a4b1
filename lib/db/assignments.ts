import type { Codebook } from "../domain/codebook/codebook";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";
import { ownedPage, type PageRequest } from "./page";
import { latestRequest } from "./reopen-requests";
import { countSpansOf } from "./work-counts";

export type AssignmentStatus = "assigned" | "in_progress" | "submitted" | "returned";

/** The few columns that access and state checks need. */
export type AssignmentHead = {
  id: string;
  projectId: string;
  articleId: string;
  annotatorId: string;
  codebookVersionId: string;
  status: AssignmentStatus;
  revision: number;
  nothingFound: boolean;
  isTraining: boolean;
};

const head = {
  id: true,
  projectId: true,
  articleId: true,
  annotatorId: true,
  codebookVersionId: true,
  status: true,
  revision: true,
  nothingFound: true,
  isTraining: true,
} as const;

export function findAssignmentHead(assignmentId: string): Promise<AssignmentHead | null> {
  return db().assignment.findUnique({ where: { id: assignmentId }, select: head });
}

/** The head, locked until the transaction ends: writers of one layer take turns. */
export async function lockAssignment(
  tx: Tx,
  projectId: string,
  assignmentId: string,
): Promise<AssignmentHead> {
  const [row] = await tx.$queryRaw<AssignmentHead[]>`
    SELECT id, "projectId", "articleId", "annotatorId", "codebookVersionId", status::text, revision,
      "nothingFound", "isTraining"
    FROM "Assignment"
    WHERE id = ${assignmentId}::uuid AND "projectId" = ${projectId}::uuid FOR UPDATE`;
  if (!row) throw new Error(`the assignment ${assignmentId} is not there to lock`);
  return row;
}

export async function findAssignmentSource(projectId: string, assignmentId: string) {
  const row = await db().assignment.findUniqueOrThrow({
    where: { projectId_id: { projectId, id: assignmentId } },
    include: {
      ...{ article: true, codebookVersion: true, project: true, answers: true },
      privateAnswers: true,
      carriedFrom: true,
      reopenRequests: latestRequest,
    },
  });
  return {
    ...row,
    codebook: fromJson<Codebook>(row.codebookVersion.definition),
    overruledHints: fromJson<Record<string, string>>(row.overruledHints),
    /** Null unless the layer was taken over from an older version of the article. */
    carriedSpans: row.carriedFrom?.spans ?? null,
    /** All of them: for the annotator alone. */
    answers: [...row.answers, ...row.privateAnswers].map(({ questionId, value }) => ({
      questionId,
      value: fromJson<string | string[]>(value),
    })),
  };
}

const listed = {
  ...head,
  submittedAt: true,
  wasOutletBlind: true,
  returnNote: true,
  reopenRequests: latestRequest,
  article: { select: { title: true, nCodePoints: true } },
  project: { select: { name: true } },
  annotator: { select: { name: true } },
} as const;

type ListFilter = PageRequest & { status?: AssignmentStatus };

/** An annotator's own assignments in the projects they are still in. */
export async function listAssignmentsOfAnnotator(annotatorId: string, filter: ListFilter) {
  const { where, page } = ownedPage("annotatorId", annotatorId, filter);
  const rows = await db().assignment.findMany({
    where: {
      ...where,
      project: {
        memberships: { some: { userId: annotatorId, removedAt: null, role: "annotator" } },
      },
      ...(filter.status ? { status: filter.status } : {}),
    },
    select: listed,
    ...page,
  });
  return withSpanCounts(rows);
}

export async function listAssignmentsOfProject(projectId: string, filter: ListFilter) {
  const { where, page } = ownedPage("projectId", projectId, filter);
  const rows = await db().assignment.findMany({
    where: { ...where, ...(filter.status ? { status: filter.status } : {}) },
    select: listed,
    ...page,
  });
  return withSpanCounts(rows);
}

async function withSpanCounts<Row extends { id: string }>(rows: readonly Row[]) {
  const counts = await countSpansOf(rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, nSpans: counts.get(row.id) ?? 0 }));
}

export type ListedAssignment = Awaited<ReturnType<typeof listAssignmentsOfProject>>[number];

/** Pairs that exist, of any status, for the given articles and for load counting. */
export function listPairs(projectId: string, tx: Tx = db()) {
  return tx.assignment.findMany({
    where: { projectId },
    select: { articleId: true, annotatorId: true },
  });
}

/** @returns how many were new; pairs that exist already are left alone */
export async function insertAssignments(
  tx: Tx,
  rows: readonly {
    id: string;
    projectId: string;
    articleId: string;
    annotatorId: string;
    codebookVersionId: string;
  }[],
): Promise<number> {
  const { count } = await tx.assignment.createMany({ data: [...rows], skipDuplicates: true });
  return count;
}

export async function updateAssignment(
  tx: Tx,
  projectId: string,
  assignmentId: string,
  change: Partial<{
    status: AssignmentStatus;
    nothingFound: boolean;
    startedAt: Date;
    submittedAt: Date | null;
    activeSeconds: { increment: number };
    overruledHints: Readonly<Record<string, string>>;
    wasOutletBlind: boolean;
    isTraining: boolean;
    returnNote: string | null;
  }> & { revision: number },
): Promise<void> {
  const { overruledHints, ...rest } = change;
  // For one row it would be read back, with all its columns.
  await tx.assignment.updateMany({
    where: { projectId, id: assignmentId },
    data: { ...rest, ...(overruledHints ? { overruledHints: toJson(overruledHints) } : {}) },
  });
}

type Answers = Readonly<Record<string, string | readonly string[]>>;

export async function replaceAnswers(
  tx: Tx,
  projectId: string,
  assignmentId: string,
  { shared, own }: { shared: Answers; own: Answers },
): Promise<void> {
  const rowsOf = (answers: Answers) =>
    Object.entries(answers).map(([questionId, value]) => ({
      projectId,
      assignmentId,
      questionId,
      value: toJson(value),
    }));
  await tx.answer.deleteMany({ where: { projectId, assignmentId } });
  await tx.answer.createMany({ data: rowsOf(shared) });
  await tx.privateAnswer.deleteMany({ where: { projectId, assignmentId } });
  await tx.privateAnswer.createMany({ data: rowsOf(own) });
}
