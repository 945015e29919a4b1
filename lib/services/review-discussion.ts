import "server-only";

import { v7 as uuidv7 } from "uuid";

import type { OpenDiscussion } from "../contracts/feedback";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import { findDisagreement } from "../db/disagreements";
import {
  hasSubmitted,
  insertOpening,
  isDiscussionOpen,
  listDiscussionsOpenTo,
} from "../db/discussions";
import { notifyLive } from "../db/live";
import { listUnreadMentions } from "../db/mentions";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { authorise, nothingHere } from "./access";

/**
 * The disagreement, for who may speak about it: reviewers, and annotators whose layer of the article
 * is handed in while a reviewer has let them in.
 * @throws {AppError} forbidden for other annotators
 */
export async function joinDiscussion(actor: Actor, disagreementId: string) {
  const found = await findDisagreement(requireUuid(disagreementId));
  if (!found) throw nothingHere();
  const { projectId, articleId } = found;
  const { role, pseudonym } = await authorise(actor, "discussions.join", projectId);
  if (role === "annotator") {
    const isLetIn =
      (await isDiscussionOpen(projectId, disagreementId)) &&
      (await hasSubmitted(projectId, articleId, actor.userId));
    if (!isLetIn) {
      throw new AppError("forbidden", "This discussion isn't open to you.", {
        reason: "discussion_not_open",
      });
    }
  }
  return { ...found, viewer: pseudonym };
}

/**
 * Lets the annotators who submitted the article read and write in a discussion, or no longer.
 * Who did it, and when, stays; saying it twice changes nothing.
 */
export async function openDiscussion(
  actor: Actor,
  disagreementId: string,
  isOpen: boolean,
): Promise<{ isOpen: boolean }> {
  const found = await findDisagreement(requireUuid(disagreementId));
  if (!found) throw nothingHere();
  const { projectId } = found;
  const { userId } = await authorise(actor, "disagreements.decide", projectId);
  await inTransaction(async (tx) => {
    if ((await isDiscussionOpen(projectId, disagreementId, tx)) === isOpen) return;
    await insertOpening(tx, { id: uuidv7(), projectId, disagreementId, isOpen, actorId: userId });
    const action = isOpen ? "discussion.opened" : "discussion.closed";
    await recordEvent({ projectId, actorId: userId, action, subject: disagreementId }, tx);
    await notifyLive({ type: "opened", projectId, userId, disagreementId }, tx);
  });
  return { isOpen };
}

/** Discussions that the actor was let in to as an annotator, the latest first. */
export async function listOpenDiscussions(actor: Actor): Promise<{ items: OpenDiscussion[] }> {
  const rows = await listDiscussionsOpenTo(actor.userId);
  const projectIds = [...new Set(rows.map(({ projectId }) => projectId))];
  const unread = await listUnreadMentions(actor.userId, projectIds);
  return {
    items: rows.map(({ id, project, article, members, _count }) => ({
      disagreementId: id,
      projectName: project.name,
      articleTitle: article.title,
      quotes: [...new Set(members.map(({ quote }) => quote))],
      nComments: _count.comments,
      nUnreadMentions: unread.filter(({ disagreementId }) => disagreementId === id).length,
    })),
  };
}
