import "server-only";

import type { AppealBody, Feedback } from "../contracts/feedback";
import { findAppeal, findAppealOf, insertAppeal } from "../db/appeals";
import { recordEvent } from "../db/audit";
import { inTransaction, type Tx } from "../db/client";
import { listDecisions, retireGoldOfDisagreements } from "../db/decisions";
import {
  type DisagreementRow,
  lockArticle,
  lockDisagreement,
  setDisagreementStatus,
} from "../db/disagreements";
import { findDisagreementOfDecision } from "../db/feedback";
import { notifyLive } from "../db/live";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { standingDecisions } from "../domain/review/standing-decision";
import { nothingHere } from "./access";
import { findOwnSubmission, getFeedback } from "./review-feedback";

/**
 * Asks for a decision to be made again: the disagreement is stale and back in the inbox with the
 * reason, its gold out of use until a reviewer decides; the decision stays as history. Once for each
 * annotator and decision; a repeated id answers as the first time.
 * @throws {AppError} not_found for a decision on another article, forbidden for a layer made to learn,
 * conflict when the decision doesn't stand or was appealed against before
 */
export async function appeal(
  actor: Actor,
  assignmentId: string,
  input: AppealBody,
): Promise<Feedback> {
  const { projectId, articleId, isTraining } = await findOwnSubmission(
    actor,
    assignmentId,
    "decisions.appeal",
  );
  if (isTraining) {
    throw new AppError(
      "forbidden",
      "This layer was made to learn from gold, which stands without it.",
      { reason: "made_to_learn" },
    );
  }
  const found = await findDisagreementOfDecision(projectId, requireUuid(input.decisionId));
  if (found?.articleId !== articleId) throw nothingHere();
  await inTransaction(async (tx) => {
    await lockArticle(tx, projectId, articleId);
    const row = await lockDisagreement(tx, projectId, found.id);
    if (await wasSentBefore(tx, actor.userId, input)) return;
    await requireStanding(tx, row, input.decisionId);
    const { id: disagreementId } = row;
    await insertAppeal(tx, { ...input, projectId, disagreementId, annotatorId: actor.userId });
    await setDisagreementStatus(tx, projectId, [disagreementId], "stale");
    await retireGoldOfDisagreements(tx, projectId, [disagreementId], new Date());
    await recordEvent(
      {
        ...{ projectId, actorId: actor.userId, action: "decision.appealed" },
        ...{
          subject: disagreementId,
          detail: { decisionId: input.decisionId, appealId: input.id },
        },
      },
      tx,
    );
    await notifyLive(
      { type: "appealed", projectId, userId: actor.userId, disagreementId, status: "stale" },
      tx,
    );
  });
  return getFeedback(actor, assignmentId);
}

async function wasSentBefore(tx: Tx, annotatorId: string, input: AppealBody): Promise<boolean> {
  const stored = await findAppeal(tx, input.id);
  if (stored) {
    const { decisionId, reason } = stored;
    const isSame =
      stored.annotatorId === annotatorId &&
      decisionId === input.decisionId &&
      reason === input.reason;
    if (isSame) return true;
    throw new AppError("conflict", "This id belongs to another appeal.");
  }
  if (await findAppealOf(tx, input.decisionId, annotatorId)) {
    throw new AppError("conflict", "You appealed against this decision before.", {
      reason: "appealed_already",
    });
  }
  return false;
}

async function requireStanding(tx: Tx, row: DisagreementRow, decisionId: string): Promise<void> {
  const history = await listDecisions(tx, row.projectId, row.id);
  if (row.status !== "decided" || standingDecisions(history).at(-1)?.id !== decisionId) {
    throw new AppError(
      "conflict",
      "This decision no longer stands: look at the page as it is now.",
      { reason: "decision_not_standing" },
    );
  }
}
