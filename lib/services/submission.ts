import "server-only";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { AssignmentState, submitBody } from "../contracts/assignments";
import type { reopenBody } from "../contracts/reopening";
import {
  type AssignmentHead,
  findAssignmentHead,
  findAssignmentSource,
  lockAssignment,
  replaceAnswers,
  updateAssignment,
} from "../db/assignments";
import { recordEvent } from "../db/audit";
import { inTransaction, type Tx } from "../db/client";
import { lockArticle } from "../db/disagreements";
import { findLayer } from "../db/layers";
import { notifyLive } from "../db/live";
import { insertOperations } from "../db/operations";
import { answerOpenRequest } from "../db/reopen-requests";
import { isGoldSettled } from "../db/training-layers";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { checkAnswers, splitAnswers } from "../domain/codebook/check-answers";
import { AppError } from "../domain/errors";
import { authorise, nothingHere } from "./access";
import { refreshArticleAgreement } from "./agreement-refresh";
import { findOwnAssignment } from "./assignments";
import { refreshReview } from "./review-refresh";

/**
 * Hands a layer in and brings the article's disagreements up to date, in one transaction.
 * Repeating it is harmless. In a project that trains, a layer that comes to settled gold is one made to
 * learn: it changes neither disagreements nor gold nor agreement.
 * @throws {AppError} invalid when there are no spans and `nothingFound` isn't said, or when there
 * are and it is, or when answers don't fit the questions
 */
export async function submitAssignment(
  actor: Actor,
  assignmentId: string,
  { nothingFound, answers, overruledHints = {}, activeSeconds = 0 }: z.output<typeof submitBody>,
  { isFromFile = false } = {},
): Promise<AssignmentState> {
  const { projectId } = await findOwnAssignment(actor, assignmentId);
  const { codebook, project } = await findAssignmentSource(projectId, assignmentId);
  return inTransaction(async (tx) => {
    const head = await lockAssignment(tx, projectId, assignmentId);
    if (head.status === "submitted") {
      return { id: head.id, status: head.status, revision: head.revision };
    }
    const errors = checkAnswers(codebook.questions, answers);
    if (errors.length > 0) {
      throw new AppError("invalid", "Some answers are missing or don't fit.", {
        ...{ errors, reason: "answers_misfit" },
      });
    }
    const layer = await findLayer(projectId, assignmentId, tx);
    const hasSpans = [...layer.values()].some(({ isRemoved }) => !isRemoved);
    if (hasSpans === nothingFound) throw contradiction(hasSpans);

    // Before the layer, whose state the article's counts follow: in the other order a decision and a
    // submission would wait for each other.
    await lockArticle(tx, projectId, head.articleId);
    const isTraining = await isMadeToLearn(tx, head, project);
    const now = new Date();
    const revision = head.revision + 1;
    const split = splitAnswers(codebook.questions, answers);
    await replaceAnswers(tx, projectId, assignmentId, split);
    await updateAssignment(tx, projectId, assignmentId, {
      status: "submitted",
      nothingFound,
      submittedAt: now,
      revision,
      ...(head.status === "assigned" ? { startedAt: now } : {}),
      activeSeconds: { increment: activeSeconds },
      overruledHints,
      // Whoever gets a layer back has seen where the article appeared; what those saw who made a file
      // isn't known.
      ...(head.status === "returned" || isFromFile
        ? {}
        : { wasOutletBlind: project.isOutletBlind }),
      isTraining,
    });
    await logStateChange(tx, actor, head, {
      kind: "submit",
      nothingFound,
      // The log is read by others: what is the annotator's own isn't in it.
      answers: split.shared,
      overruledHints,
    });
    if (!isTraining) {
      const { articleId } = head;
      await refreshReview(tx, projectId, articleId, now);
      await notifyLive({ type: "submitted", projectId, userId: actor.userId, articleId }, tx);
      await refreshArticleAgreement(tx, projectId, articleId, now);
    }
    return { id: head.id, status: "submitted" as const, revision };
  });
}

/** Fewer than two make no gold. */
const fewestReaders = 2;

/** Decided at the first submission: who gets a layer back has had a say in gold, or never has. */
async function isMadeToLearn(
  tx: Tx,
  { projectId, articleId, status, isTraining }: AssignmentHead,
  project: { hasTrainingFeedback: boolean; annotatorsPerArticle: number },
): Promise<boolean> {
  if (isTraining || status === "returned" || !project.hasTrainingFeedback) return isTraining;
  const nReaders = Math.max(fewestReaders, project.annotatorsPerArticle);
  return isGoldSettled(tx, projectId, articleId, nReaders);
}

function contradiction(hasSpans: boolean): AppError {
  const message = hasSpans
    ? "There are spans here, so “nothing found” can't be said. Remove them or take it back."
    : "There are no spans. If you found nothing, say so explicitly.";
  const reason = hasSpans ? "spans_though_nothing_found" : "nothing_found_unsaid";
  const errors = [{ path: "nothingFound", message, reason } as const];
  return new AppError("invalid", message, { errors, reason });
}

/**
 * Gives a submitted layer back to its annotator, who reads `note`, and answers their request if
 * there is one. Decisions stand until it is submitted again.
 */
export async function reopenAssignment(
  actor: Actor,
  assignmentId: string,
  { note }: z.output<typeof reopenBody> = {},
): Promise<AssignmentState> {
  const found = await findAssignmentHead(requireUuid(assignmentId));
  if (!found) throw nothingHere();
  const { projectId } = found;
  await authorise(actor, "assignments.reopen", projectId);
  return inTransaction(async (tx) => {
    const head = await lockAssignment(tx, projectId, assignmentId);
    if (head.status !== "submitted") {
      return { id: head.id, status: head.status, revision: head.revision };
    }
    await lockArticle(tx, projectId, head.articleId);
    const revision = head.revision + 1;
    const now = new Date();
    const returnNote = note || null;
    const said = returnNote === null ? {} : { note: returnNote };
    await updateAssignment(tx, projectId, assignmentId, {
      status: "returned",
      submittedAt: null,
      returnNote,
      revision,
    });
    await logStateChange(tx, actor, head, { kind: "reopen", ...said });
    const wasRequested = await answerOpenRequest(
      tx,
      { projectId, assignmentId: head.id },
      { answer: "reopened", note: returnNote, answeredById: actor.userId, answeredAt: now },
    );
    await recordEvent(
      {
        ...{ projectId, actorId: actor.userId, action: "assignment.reopened", subject: head.id },
        detail: { wasRequested, ...said },
      },
      tx,
    );
    if (!head.isTraining) await refreshArticleAgreement(tx, projectId, head.articleId, now);
    return { id: head.id, status: "returned" as const, revision };
  });
}

async function logStateChange(
  tx: Parameters<typeof insertOperations>[0],
  actor: Actor,
  head: { id: string; projectId: string; revision: number },
  change: { kind: "submit" | "reopen" } & Record<string, unknown>,
): Promise<void> {
  await insertOperations(
    tx,
    { projectId: head.projectId, assignmentId: head.id, authorId: actor.userId },
    [
      {
        operation: { id: uuidv7(), baseRevision: head.revision, ...change },
        spanId: null,
        result: "applied",
        revision: null,
        problem: null,
      },
    ],
  );
}
