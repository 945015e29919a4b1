import { findLayer } from "../../db/layers";
import type { Actor } from "../../domain/access/actor";
import type { HistoryEvent, StoredHistory } from "../../domain/annotation/check-history";
import type { Operation } from "../../domain/annotation/operation";
import { saveOperations } from "../annotation";
import { sql } from "./sql";

/** Sends a batch as one of an annotator's tabs and notes what the tab saw. */
export async function sendNoting(
  history: HistoryEvent[],
  actor: Actor,
  assignmentId: string,
  operations: readonly Operation[],
): Promise<void> {
  for (const operation of operations) {
    history.push({ type: "sent", author: actor.userId, operation });
  }
  const { results } = await saveOperations(actor, assignmentId, operations);
  for (const { id, result, revision } of results) {
    const stands = result === "applied" || result === "duplicate";
    history.push(
      stands ? { type: "acknowledged", id, revision: revision ?? -1 } : { type: "refused", id },
    );
  }
}

/** The log of a layer's spans as the database has it, and the spans. */
export async function readStoredHistory(
  projectId: string,
  assignmentId: string,
): Promise<StoredHistory> {
  const rows = await sql<{
    payload: Operation;
    authorId: string;
    result: string;
    revision: number | null;
  }>(
    `SELECT payload, "authorId", result, revision FROM "Operation"
     WHERE "assignmentId" = $1 AND "spanId" IS NOT NULL ORDER BY sequence`,
    [assignmentId],
  );
  return {
    entries: rows.map(({ payload, authorId, result, revision }) => ({
      ...{ author: authorId, operation: payload, isApplied: result === "applied", revision },
    })),
    layer: await findLayer(projectId, assignmentId),
  };
}
