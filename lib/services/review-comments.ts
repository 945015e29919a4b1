import "server-only";

import type { CommentBody, CommentItem, Thread } from "../contracts/comments";
import { inTransaction } from "../db/client";
import { findComment, insertComment, listComments as listRows } from "../db/comments";
import { isDiscussionOpen } from "../db/discussions";
import { notifyLive } from "../db/live";
import { pseudonymsOf } from "../db/members";
import { insertMentionReads, listUnreadMentions } from "../db/mentions";
import type { Actor } from "../domain/access/actor";
import { AppError } from "../domain/errors";
import { mentionedIn } from "../domain/review/mentions";
import { joinDiscussion } from "./review-discussion";

/** What was said about a disagreement. */
export async function listComments(actor: Actor, disagreementId: string): Promise<Thread> {
  const { projectId } = await joinDiscussion(actor, disagreementId);
  return readThread(actor, projectId, disagreementId);
}

/** Keeps that the actor has seen those of the comments that speak to them. Repeating it is harmless. */
export async function readMentions(
  actor: Actor,
  disagreementId: string,
  commentIds: readonly string[],
): Promise<Thread> {
  const { projectId } = await joinDiscussion(actor, disagreementId);
  const { userId } = actor;
  await insertMentionReads(projectId, { disagreementId, userId }, commentIds);
  return readThread(actor, projectId, disagreementId);
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
  const { projectId } = await joinDiscussion(actor, disagreementId);
  const { userId } = actor;
  const pseudonyms = mentionedIn(text);
  const mentionedIds = [...(await pseudonymsOf(projectId))]
    .filter(([, pseudonym]) => pseudonyms.includes(pseudonym))
    .map(([memberId]) => memberId);
  await inTransaction(async (tx) => {
    const comment = { id, projectId, disagreementId, authorId: userId, text, mentionedIds };
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
  return readThread(actor, projectId, disagreementId);
}

async function readThread(
  actor: Actor,
  projectId: string,
  disagreementId: string,
): Promise<Thread> {
  const [items, isOpenToAnnotators] = await Promise.all([
    readComments(actor, projectId, disagreementId),
    isDiscussionOpen(projectId, disagreementId),
  ]);
  return { items, isOpenToAnnotators };
}

export async function readComments(
  { userId }: Actor,
  projectId: string,
  disagreementId: string,
): Promise<CommentItem[]> {
  const [rows, pseudonyms, mentions] = await Promise.all([
    listRows(projectId, disagreementId),
    pseudonymsOf(projectId),
    listUnreadMentions(userId, [projectId]),
  ]);
  const unread = new Set(mentions.map((one) => one.id));
  return rows.map(({ id, authorId, text, createdAt }) => ({
    id,
    author: pseudonyms.get(authorId) ?? "",
    text,
    createdAt: createdAt.toISOString(),
    isUnread: unread.has(id),
  }));
}
