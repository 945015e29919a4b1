import "server-only";

import { v7 as uuidv7 } from "uuid";

import type { DisagreementDetail, UndoBody } from "../contracts/review";
import { outdateGoldAgreement } from "../db/agreement";
import { recordEvent } from "../db/audit";
import { inTransaction, type Tx } from "../db/client";
import {
  findDecision,
  findGoldOfDecision,
  insertDecision,
  insertGoldSpans,
  listDecisions,
  retireGoldOfDisagreements,
} from "../db/decisions";
import {
  findDisagreement,
  lockArticle,
  lockDisagreement,
  setDisagreementStatus,
} from "../db/disagreements";
import { notifyLive } from "../db/live";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { afterUndo } from "../domain/review/standing-decision";
import { authorise, nothingHere } from "./access";
import { getDisagreement } from "./review";

/**
 * Takes one's own last decision back by a row that supersedes it: both stay as history. The
 * disagreement is open again (or gone, where it was what all missed), or stands as decided before, with that decision's gold.
 * A repeated id answers as the first time.
 * @throws {AppError} forbidden for somebody else's decision; conflict, with `current`, for one that
 * is no longer the last or whose spans changed since
 */
export async function undoDecision(
  actor: Actor,
  disagreementId: string,
  input: UndoBody,
): Promise<DisagreementDetail> {
  const found = await findDisagreement(requireUuid(disagreementId));
  if (!found) throw nothingHere();
  const { projectId, articleId } = found;
  const { userId } = await authorise(actor, "disagreements.decide", projectId);
  const isUndone = await inTransaction(async (tx) => {
    await lockArticle(tx, projectId, articleId);
    const row = await lockDisagreement(tx, projectId, disagreementId);
    const repeated = await findDecision(tx, input.id);
    if (repeated) {
      return repeated.decidedById === userId && repeated.supersedesId === input.decisionId;
    }
    const history = await listDecisions(tx, projectId, disagreementId);
    const last = history.at(-1);
    if (last?.id !== input.decisionId || last.outcome === "undone") return false;
    if (last.decidedById !== userId) {
      throw new AppError("forbidden", "Only who made a decision can take it back: decide again.", {
        reason: "not_own_decision",
      });
    }
    // Something else changed since: the spans, which made the decision stale.
    if (row.status !== "decided" || row.revision !== last.baseRevision + 1) return false;

    const { status, decision } = afterUndo(history);
    await insertDecision(tx, {
      ...{ id: input.id, projectId, disagreementId, outcome: "undone", spans: [] },
      ...{ ruleCited: null, comment: null, decidedById: userId },
      ...{ baseRevision: row.revision, supersedesId: last.id },
    });
    // Nobody disagreed on what a reviewer alone had seen: without its decision nothing waits.
    const isVoid = row.kind === "missed" && status === "open";
    await setDisagreementStatus(tx, projectId, [disagreementId], isVoid ? "superseded" : status);
    await retireGoldOfDisagreements(tx, projectId, [disagreementId], new Date());
    if (decision) await bringBackGold(tx, projectId, decision.id);
    await recordEvent(
      {
        ...{ projectId, actorId: userId, action: "decision.undone", subject: disagreementId },
        detail: { decisionId: last.id },
      },
      tx,
    );
    const told = isVoid ? "stale" : status;
    await notifyLive({ type: "decided", projectId, userId, disagreementId, status: told }, tx);
    await outdateGoldAgreement(tx, projectId, articleId);
    return true;
  });

  const current = await getDisagreement(actor, disagreementId);
  if (!isUndone) {
    throw new AppError("conflict", "This is no longer the last decision here.", {
      ...{ current, reason: "not_last_decision" },
    });
  }
  return current;
}

/** Gold comes into force as new rows: when it was out of use stays to be seen. */
async function bringBackGold(tx: Tx, projectId: string, decisionId: string): Promise<void> {
  const gold = await findGoldOfDecision(tx, projectId, decisionId);
  await insertGoldSpans(
    tx,
    gold.map((span) => ({ ...span, id: uuidv7() })),
  );
}
