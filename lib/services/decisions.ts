import "server-only";
import { isDeepStrictEqual } from "node:util";

import type { DecisionBody, DisagreementDetail, InboxView } from "../contracts/review";
import { findArticleTexts } from "../db/articles";
import { inTransaction } from "../db/client";
import { findCurrentCodebook } from "../db/codebooks";
import { findDecision } from "../db/decisions";
import { findDisagreement, lockArticle, lockDisagreement } from "../db/disagreements";
import { findSubmittedSpans } from "../db/layers";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { checkGoldSpans } from "../domain/review/check-gold";
import { CodePointIndex } from "../domain/text/code-points";
import { authorise, nothingHere } from "./access";
import { getDisagreement } from "./review";
import { findCodebookOf } from "./review-refresh";
import { storeDecision } from "./store-decision";

/**
 * Decides a disagreement and writes its gold spans. One decision per revision of a disagreement:
 * of two at once one wins, the other gets what stands now. A repeated id answers as the first time.
 * `view` says where the next one is looked for.
 * @throws {AppError} conflict with `current`, invalid when gold doesn't fit text, codebook or votes
 */
export async function decide(
  actor: Actor,
  disagreementId: string,
  input: DecisionBody,
  view: InboxView = {},
): Promise<DisagreementDetail> {
  const found = await findDisagreement(requireUuid(disagreementId));
  if (!found) throw nothingHere();
  const { projectId, articleId } = found;
  const { userId } = await authorise(actor, "disagreements.decide", projectId);
  const [article] = await findArticleTexts(projectId, [articleId]);
  if (!article) throw nothingHere();

  const isStored = await inTransaction(async (tx) => {
    // The article first, as a submission does: in the other order the two would wait for each other.
    await lockArticle(tx, projectId, articleId);
    const row = await lockDisagreement(tx, projectId, disagreementId);
    const repeated = await findDecision(tx, input.id);
    if (repeated) return isSameDecision(repeated, { ...input, disagreementId: row.id, userId });
    if (input.baseRevision !== row.revision || row.status === "superseded") return false;

    const layers = await findSubmittedSpans(projectId, articleId, tx);
    // What an annotator marked is accepted under the codebook that it was marked under.
    const codebook =
      input.outcome === "accept"
        ? await findCodebookOf(tx, projectId, layers)
        : await findCurrentCodebook(projectId, tx);
    if (!codebook) throw nothingHere();
    const texts = {
      title: new CodePointIndex(article.title),
      body: new CodePointIndex(article.body),
    };
    const errors = checkGoldSpans(input, row.members, { texts, codebook: codebook.definition });
    if (errors.length > 0) {
      throw new AppError("invalid", "The gold spans don't fit.", {
        ...{ errors, reason: "gold_misfit" },
      });
    }
    await storeDecision(tx, row, input, { userId, codebook, layers });
    return true;
  });

  const current = await getDisagreement(actor, disagreementId, view);
  if (!isStored) {
    throw new AppError("conflict", "Somebody decided this, or its spans changed, before you did.", {
      ...{ current, reason: "decided_meanwhile" },
    });
  }
  return current;
}

/** Whether a request is the one that was stored under its id, sent again. */
export function isSameDecision(
  stored: NonNullable<Awaited<ReturnType<typeof findDecision>>>,
  sent: DecisionBody & { disagreementId: string; userId: string },
): boolean {
  const { disagreementId, decidedById, outcome, baseRevision, ruleCited, comment } = stored;
  return (
    isDeepStrictEqual(
      [disagreementId, decidedById, outcome, baseRevision, ruleCited, comment],
      [
        ...[sent.disagreementId, sent.userId, sent.outcome, sent.baseRevision],
        ...[sent.ruleCited ?? null, sent.comment ?? null],
      ],
    ) && isDeepStrictEqual(stored.spans, JSON.parse(JSON.stringify(sent.spans ?? [])))
  );
}
