import "server-only";
import { isDeepStrictEqual } from "node:util";

import { v7 as uuidv7 } from "uuid";

import { outdateGoldAgreement } from "../db/agreement";
import type { DecisionBody, DisagreementDetail, GoldInput, InboxView } from "../contracts/review";
import { findArticleTexts } from "../db/articles";
import { recordEvent } from "../db/audit";
import { inTransaction, type Tx } from "../db/client";
import { type CodebookRow, findCurrentCodebook } from "../db/codebooks";
import {
  findDecision,
  insertDecision,
  insertGoldSpans,
  listDecisions,
  type NewGoldSpan,
  retireGoldOfDisagreements,
} from "../db/decisions";
import {
  type DisagreementRow,
  findDisagreement,
  lockArticle,
  lockDisagreement,
  setDisagreementStatus,
} from "../db/disagreements";
import { findSubmittedSpans } from "../db/layers";
import { notifyLive } from "../db/live";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { familyOf } from "../domain/codebook/codebook";
import { AppError } from "../domain/errors";
import { checkGoldSpans } from "../domain/review/check-gold";
import type { ReviewMember } from "../domain/review/judgement";
import { CodePointIndex } from "../domain/text/code-points";
import { authorise, nothingHere } from "./access";
import { getDisagreement } from "./review";
import { findCodebookOf } from "./review-refresh";

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
    if (errors.length > 0) throw new AppError("invalid", "The gold spans don't fit.", { errors });
    const previous = (await listDecisions(tx, projectId, disagreementId)).at(-1);
    await insertDecision(tx, {
      id: input.id,
      projectId,
      disagreementId,
      outcome: input.outcome,
      spans: input.spans ?? [],
      ruleCited: input.ruleCited ?? null,
      comment: input.comment ?? null,
      decidedById: userId,
      baseRevision: input.baseRevision,
      supersedesId: previous?.id ?? null,
    });
    await setDisagreementStatus(tx, projectId, [disagreementId], "decided");
    await retireGoldOfDisagreements(tx, projectId, [disagreementId], new Date());
    await insertGoldSpans(tx, toGold(row, input, codebook, countAnnotators(row, layers)));
    await recordDecision(tx, projectId, userId, disagreementId, input);
    const status = "decided";
    await notifyLive({ type: "decided", projectId, userId, disagreementId, status }, tx);
    await outdateGoldAgreement(tx, projectId, articleId);
    return true;
  });

  const current = await getDisagreement(actor, disagreementId, view);
  if (!isStored) {
    throw new AppError("conflict", "Somebody decided this, or its spans changed, before you did.", {
      current,
    });
  }
  return current;
}

async function recordDecision(
  tx: Tx,
  projectId: string,
  actorId: string,
  subject: string,
  { id, outcome }: DecisionBody,
): Promise<void> {
  const detail = { decisionId: id, outcome };
  await recordEvent({ projectId, actorId, action: "disagreement.decided", subject, detail }, tx);
}

/** Whether a request is the one that was stored under its id, sent again. */
function isSameDecision(
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

/** Who handed in, with those whose layer is in the disagreement but was reopened since. */
function countAnnotators(row: DisagreementRow, layers: readonly { annotatorId: string }[]): number {
  return new Set([...layers, ...row.members].map(({ annotatorId }) => annotatorId)).size;
}

/** What goes to gold: the decided spans, or each version that was turned down or left open, once. */
function toGold(
  row: DisagreementRow,
  { id, outcome, spans }: DecisionBody,
  codebook: CodebookRow,
  nAnnotators: number,
): NewGoldSpan[] {
  const isDecided = outcome === "accept" || outcome === "edit" || outcome === "add";
  const versions: readonly GoldInput[] = isDecided ? (spans ?? []) : distinct(row.members);
  return versions.map(({ segment, start, end, quote, tagId, attributes }) => {
    const support = row.members.filter((member) => isSame(member, { segment, start, end, tagId }));
    return {
      id: uuidv7(),
      projectId: row.projectId,
      articleId: row.articleId,
      decisionId: id,
      codebookVersionId: codebook.id,
      outcome,
      familyId: familyOf(codebook.definition, tagId) ?? row.familyId,
      ...{ tagId, segment, start, end, quote, attributes },
      nSupport: new Set(support.map(({ annotatorId }) => annotatorId)).size,
      nAnnotators,
      supportingSpanIds: support.map(({ spanId }) => spanId).sort(),
    };
  });
}

type Place = Pick<ReviewMember, "segment" | "start" | "end" | "tagId">;

function isSame(a: Place, b: Place): boolean {
  return a.segment === b.segment && a.start === b.start && a.end === b.end && a.tagId === b.tagId;
}

function distinct(members: readonly ReviewMember[]): ReviewMember[] {
  return members.filter((one, at) => members.findIndex((other) => isSame(one, other)) === at);
}
