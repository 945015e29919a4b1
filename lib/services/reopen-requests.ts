import "server-only";

import type { z } from "zod";

import type {
  declineReopenBody,
  OpenReopenRequest,
  ReopenRequest,
  reopenRequestBody,
} from "../contracts/reopening";
import { findAssignmentHead, lockAssignment } from "../db/assignments";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import { type Page, type PageRequest, toPage } from "../db/page";
import {
  answerOpenRequest,
  findLatestRequest,
  findReopenRequest,
  insertReopenRequest,
  listOpenRequests,
} from "../db/reopen-requests";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { authorise, nothingHere } from "./access";
import { findOwnAssignment, toReopenRequest } from "./assignments";

/**
 * Asks the admins for a submitted layer back. The same id again answers as the first time.
 * @throws {AppError} conflict when the layer isn't submitted, when it was asked for already, or
 * when the id is another request's
 */
export async function requestReopening(
  actor: Actor,
  assignmentId: string,
  { id, reason }: z.output<typeof reopenRequestBody>,
): Promise<ReopenRequest> {
  const { projectId } = await findOwnAssignment(actor, assignmentId);
  return inTransaction(async (tx) => {
    const head = await lockAssignment(tx, projectId, assignmentId);
    const place = { projectId, assignmentId: head.id };
    const known = await findReopenRequest(tx, id);
    if (known) {
      if (known.assignmentId === head.id && known.reason === reason) return toReopenRequest(known);
      throw new AppError("conflict", "This id belongs to another request.");
    }
    if (head.status !== "submitted") {
      throw new AppError("conflict", "Only a submitted article can be asked for.", {
        reason: "not_submitted",
      });
    }
    const latest = await findLatestRequest(place, tx);
    if (latest && latest.answer === null) {
      throw new AppError("conflict", "You have asked for this article already.", {
        reason: "reopening_asked_already",
      });
    }
    await insertReopenRequest(tx, { ...place, id, reason });
    await recordEvent(
      {
        ...{ projectId, actorId: actor.userId, subject: head.id, detail: { reason } },
        action: "assignment.reopen_requested",
      },
      tx,
    );
    const stored = await findReopenRequest(tx, id);
    if (!stored) throw nothingHere();
    return toReopenRequest(stored);
  });
}

/**
 * Leaves a layer as it was handed in, and says why. Repeating it is harmless.
 * @throws {AppError} conflict when no request waits for an answer
 */
export async function declineReopening(
  actor: Actor,
  assignmentId: string,
  { note }: z.output<typeof declineReopenBody>,
): Promise<ReopenRequest> {
  const found = await findAssignmentHead(requireUuid(assignmentId));
  if (!found) throw nothingHere();
  const { projectId } = found;
  await authorise(actor, "assignments.reopen", projectId);
  return inTransaction(async (tx) => {
    const head = await lockAssignment(tx, projectId, assignmentId);
    const place = { projectId, assignmentId: head.id };
    const isDeclined = await answerOpenRequest(tx, place, {
      ...{ answer: "declined", note, answeredById: actor.userId, answeredAt: new Date() },
    });
    if (isDeclined) {
      await recordEvent(
        {
          ...{ projectId, actorId: actor.userId, subject: head.id, detail: { note } },
          action: "assignment.reopen_declined",
        },
        tx,
      );
    }
    const latest = await findLatestRequest(place, tx);
    if (latest?.answer !== "declined") {
      throw new AppError("conflict", "No request waits for an answer here.", {
        reason: "no_reopening_to_answer",
      });
    }
    return toReopenRequest(latest);
  });
}

/** Requests of the project that wait for an answer, the first first. */
export async function listReopenRequests(
  actor: Actor,
  projectId: string,
  request: PageRequest,
): Promise<Page<OpenReopenRequest>> {
  await authorise(actor, "assignments.reopen", requireUuid(projectId));
  const rows = await listOpenRequests(projectId, request);
  return toPage(rows, request.limit, ({ assignmentId, assignment, ...row }) => ({
    ...toReopenRequest(row),
    assignmentId,
    articleTitle: assignment.article.title,
    annotatorName: assignment.annotator.name,
  }));
}
