import { v7 as uuidv7 } from "uuid";

import { db, type Tx } from "./client";
import { toJson } from "./json";

/** Appends to the project's audit trail; part of the caller's transaction, so that both stand or fall. */
export async function recordEvent(
  event: {
    projectId: string | null;
    actorId: string | null;
    action: string;
    subject: string;
    detail?: unknown;
  },
  tx: Tx = db(),
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: uuidv7(),
      projectId: event.projectId,
      actorId: event.actorId,
      action: event.action,
      subject: event.subject,
      detail: toJson(event.detail ?? {}),
    },
  });
}
