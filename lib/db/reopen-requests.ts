import { db, type Tx } from "./client";
import { type PageRequest, pageArguments } from "./page";

type Place = { projectId: string; assignmentId: string };

/** What is shown of a request. */
export const requestColumns = {
  id: true,
  reason: true,
  createdAt: true,
  answer: true,
  note: true,
  answeredAt: true,
} as const;

/** Picks the latest request of an assignment, or none. */
export const latestRequest = {
  orderBy: { createdAt: "desc" },
  take: 1,
  select: requestColumns,
} as const;

export async function insertReopenRequest(
  tx: Tx,
  request: Place & { id: string; reason: string },
): Promise<void> {
  await tx.reopenRequest.create({ data: request });
}

export function findReopenRequest(tx: Tx, id: string) {
  return tx.reopenRequest.findUnique({
    where: { id },
    select: { ...requestColumns, assignmentId: true },
  });
}

export function findLatestRequest({ projectId, assignmentId }: Place, tx: Tx) {
  return tx.reopenRequest.findFirst({
    where: { projectId, assignmentId },
    orderBy: latestRequest.orderBy,
    select: requestColumns,
  });
}

/** Answers the open request of a layer, if there is one. @returns whether there was */
export async function answerOpenRequest(
  tx: Tx,
  { projectId, assignmentId }: Place,
  answer: {
    answer: "reopened" | "declined";
    note: string | null;
    answeredById: string;
    answeredAt: Date;
  },
): Promise<boolean> {
  const { count } = await tx.reopenRequest.updateMany({
    where: { projectId, assignmentId, isOpen: true },
    data: { ...answer, isOpen: null },
  });
  return count > 0;
}

/** Requests that wait for an answer, the first first. */
export function listOpenRequests(projectId: string, request: PageRequest) {
  return db().reopenRequest.findMany({
    where: { projectId, isOpen: true },
    select: {
      ...requestColumns,
      assignmentId: true,
      assignment: {
        select: { article: { select: { title: true } }, annotator: { select: { name: true } } },
      },
    },
    ...pageArguments(request),
  });
}
