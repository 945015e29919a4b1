import "server-only";

import { v7 as uuidv7 } from "uuid";

import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import { type CodebookRow, findCurrentCodebook, insertCodebook } from "../db/codebooks";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import type { Codebook } from "../domain/codebook/codebook";
import { authorise, nothingHere } from "./access";

export async function getCodebook(actor: Actor, projectId: string): Promise<CodebookRow> {
  await authorise(actor, "codebook.read", requireUuid(projectId));
  const current = await findCurrentCodebook(projectId);
  if (!current) throw nothingHere();
  return current;
}

/** Publishes a new version for later assignments; spans keep the version they were made under. */
export async function publishCodebook(
  actor: Actor,
  projectId: string,
  definition: Codebook,
): Promise<CodebookRow> {
  await authorise(actor, "codebook.edit", requireUuid(projectId));
  const id = uuidv7();
  const number = await inTransaction(async (tx) => {
    const next = await insertCodebook(tx, { id, projectId, definition });
    await recordEvent(
      {
        projectId,
        actorId: actor.userId,
        action: "codebook.published",
        subject: id,
        detail: { number: next },
      },
      tx,
    );
    return next;
  });
  return { id, number, definition };
}
