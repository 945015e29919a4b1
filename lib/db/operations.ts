import type { Operation } from "../domain/annotation/operation";
import type { KeptProblem } from "../domain/problem";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";

export type StoredOutcome = {
  result: "applied" | "conflict" | "rejected";
  revision: number | null;
  problem: KeptProblem | null;
};
export type StoredOperation = StoredOutcome & {
  id: string;
  assignmentId: string;
  authorId: string;
  spanId: string | null;
  /** The operation as it was sent. */
  payload: unknown;
};

export async function findOperations(
  ids: readonly string[],
  tx: Tx = db(),
): Promise<Map<string, StoredOperation>> {
  const rows = await tx.operation.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      assignmentId: true,
      authorId: true,
      spanId: true,
      payload: true,
      result: true,
      revision: true,
      problem: true,
    },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, problem: row.problem === null ? null : fromJson<KeptProblem>(row.problem) },
    ]),
  );
}

type NewOperation = StoredOutcome & {
  operation: Operation | { id: string; kind: string; baseRevision: number; payload?: unknown };
  spanId: string | null;
};

/** Appends to the log in order. @returns how many were new: an id stands once for ever. */
export async function insertOperations(
  tx: Tx,
  home: { projectId: string; assignmentId: string; authorId: string },
  operations: readonly NewOperation[],
): Promise<number> {
  const { count } = await tx.operation.createMany({
    data: operations.map(({ operation, spanId, result, revision, problem }) => ({
      ...home,
      id: operation.id,
      spanId,
      kind: operation.kind,
      baseRevision: operation.baseRevision,
      payload: toJson(operation),
      result,
      revision,
      ...(problem ? { problem: toJson(problem) } : {}),
    })),
    skipDuplicates: true,
  });
  return count;
}

/** The log of one layer, oldest first: folding the applied ones gives its spans. */
export async function listAppliedOperations(
  projectId: string,
  assignmentId: string,
): Promise<Operation[]> {
  const rows = await db().operation.findMany({
    where: { projectId, assignmentId, result: "applied", spanId: { not: null } },
    orderBy: { sequence: "asc" },
    select: { payload: true },
  });
  return rows.map(({ payload }) => fromJson<Operation>(payload));
}
