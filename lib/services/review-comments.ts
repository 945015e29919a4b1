import "server-only";

import type { CommentBody, CommentItem } from "../contracts/comments";
import { inTransaction } from "../db/client";
import { findComment, insertComment, listComments as listRows } from "../db/comments";
import { findDisagreement } from "../db/disagreements";
import { notifyLive } from "../db/live";
import { pseudonymsOf } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { authorise, nothingHere } from "./access";

type Thread = { items: CommentItem[] };

/** What reviewers said to each other about a disagreement. */
export async function listComments(actor: Actor, disagreementId: string): Promise<Thread> {
  const found = await findDisagreement(requireUuid(disagreementId));
  if (!found) throw nothingHere();
  const { projectId } = found;
  await authorise(actor, "disagreements.read", projectId);
  return readThread(projectId, disagreementId);
}

/**
 * Says something about a disagreement; nothing that was said is ever changed.
 * @throws {AppError} conflict when the id is another comment's
 */
export async function addComment(
  actor: Actor,
  disagreementId: string,
  { id, text }: CommentBody,
): Promise<Thread> {
  const found = await findDisagreement(requireUuid(disagreementId));
  if (!found) throw nothingHere();
  const { projectId } = found;
  const { userId } = await authorise(actor, "disagreements.decide", projectId);
  await inTransaction(async (tx) => {
    const comment = { id, projectId, disagreementId, authorId: userId, text };
    if (await insertComment(tx, comment)) {
      await notifyLive({ type: "commented", projectId, userId, disagreementId }, tx);
      return;
    }
    const stored = await findComment(tx, id);
    const isSame =
      stored?.authorId === userId &&
      stored.disagreementId === disagreementId &&
      stored.text === text;
    if (!isSame) throw new AppError("conflict", "This id belongs to another comment.");
  });
  return readThread(projectId, disagreementId);
}

async function readThread(projectId: string, disagreementId: string): Promise<Thread> {
  const [rows, pseudonyms] = await Promise.all([
    listRows(projectId, disagreementId),
    pseudonymsOf(projectId),
  ]);
  return {
    items: rows.map(({ id, authorId, text, createdAt }) => ({
      id,
      author: pseudonyms.get(authorId) ?? "",
      text,
      createdAt: createdAt.toISOString(),
    })),
  };
}
