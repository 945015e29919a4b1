import "server-only";

import type { ArticleGold, MissedSpanBody } from "../contracts/gold";
import { findArticleTexts } from "../db/articles";
import { inTransaction, type Tx } from "../db/client";
import { type CodebookRow, findCurrentCodebook } from "../db/codebooks";
import { findDecision } from "../db/decisions";
import { insertDisagreements, lockArticle, lockDisagreement } from "../db/disagreements";
import { listGoldInForce } from "../db/gold";
import { findSubmittedSpans } from "../db/layers";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { comparedFamilies, familyOf } from "../domain/codebook/codebook";
import { AppError } from "../domain/errors";
import type { Explanation } from "../domain/reason";
import { checkGoldSpans } from "../domain/review/check-gold";
import { isMarkedAlike } from "../domain/review/marked-alike";
import { normalisePhrase } from "../domain/review/normalise-phrase";
import { CodePointIndex } from "../domain/text/code-points";
import { authorise, nothingHere } from "./access";
import { isSameDecision } from "./decisions";
import { getArticleGold } from "./review-gold";
import { dateLayers } from "./review-refresh";
import { storeDecision } from "./store-decision";

const firstRevision = 0;

/**
 * Adds to gold what all annotators of an article missed: a disagreement without members that is
 * decided at once, so that it has its history, discussion, appeals and undo as others have. The
 * decision's id is the disagreement's too. A repeated id answers as the first time.
 * @throws {AppError} invalid when the span doesn't fit text or codebook, or somebody marked it;
 * conflict when nobody has handed the article in, or the id is another decision's
 */
export async function addMissedSpan(
  actor: Actor,
  projectId: string,
  articleId: string,
  body: MissedSpanBody,
): Promise<ArticleGold> {
  const { userId } = await authorise(actor, "disagreements.decide", requireUuid(projectId));
  const [article] = await findArticleTexts(projectId, [requireUuid(articleId)]);
  if (!article) throw nothingHere();
  const { id, span } = body;
  const input = {
    ...{ id, outcome: "add" as const, spans: [span], baseRevision: firstRevision },
    ...(body.ruleCited === undefined ? {} : { ruleCited: body.ruleCited }),
    ...(body.comment === undefined ? {} : { comment: body.comment }),
  };
  await inTransaction(async (tx) => {
    await lockArticle(tx, projectId, articleId);
    const repeated = await findDecision(tx, id);
    if (repeated) {
      if (isSameDecision(repeated, { ...input, disagreementId: id, userId })) return;
      throw new AppError("conflict", "This id belongs to another decision.");
    }
    const codebook = await findCurrentCodebook(projectId, tx);
    if (!codebook) throw nothingHere();
    const layers = await findSubmittedSpans(projectId, articleId, tx);
    if (layers.length === 0) {
      throw new AppError(
        "conflict",
        "Nobody has handed this article in, so nothing is missed yet.",
        { reason: "nothing_handed_in" },
      );
    }
    await requireMissed(tx, { projectId, articleId, layers, article, codebook }, span);
    await insertDisagreements(tx, { projectId, articleId }, [
      {
        ...{ id, kind: "missed", fingerprint: `missed ${id}`, members: [] },
        familyId: familyOf(codebook.definition, span.tagId) ?? "",
        ...{ segment: span.segment, start: span.start, end: span.end, tagIds: [span.tagId] },
        ...{ information: 0, phrase: normalisePhrase(span.quote), confusion: null },
        annotatorIds: layers.map(({ annotatorId }) => annotatorId).sort(),
      },
    ]);
    await dateLayers(tx, { projectId, articleId }, layers);
    const row = await lockDisagreement(tx, projectId, id);
    await storeDecision(tx, row, input, { userId, codebook, layers });
  });
  return getArticleGold(actor, projectId, articleId);
}

type Place = {
  projectId: string;
  articleId: string;
  article: { title: string; body: string };
  layers: Awaited<ReturnType<typeof findSubmittedSpans>>;
  codebook: CodebookRow;
};

async function requireMissed(
  tx: Tx,
  { projectId, articleId, article, layers, codebook }: Place,
  span: MissedSpanBody["span"],
): Promise<void> {
  const texts = {
    title: new CodePointIndex(article.title),
    body: new CodePointIndex(article.body),
  };
  const decision = { outcome: "add", spans: [span] };
  const errors = checkGoldSpans(decision, [], { texts, codebook: codebook.definition });
  if (errors.length > 0) {
    throw new AppError("invalid", "The gold span doesn't fit.", {
      ...{ errors, reason: "gold_misfit" },
    });
  }
  const refuse = (message: string, why: Explanation) =>
    new AppError("invalid", message, { errors: [{ path: "span", message, ...why }], ...why });
  const isCompared = comparedFamilies(codebook.definition).some(({ tags }) =>
    tags.some(({ id }) => id === span.tagId),
  );
  if (!isCompared) {
    const { tagId: tag } = span;
    const why = { reason: "no_gold_of_tag", facts: { tag } } as const;
    throw refuse(`There is no gold of ${tag}: nobody has to agree on it.`, why);
  }
  if (isMarkedAlike(layers, span)) {
    throw refuse("An annotator marked this with the same tag: decide on that instead.", {
      reason: "marked_alike",
    });
  }
  const gold = { spans: await listGoldInForce(tx, projectId, articleId) };
  if (isMarkedAlike([gold], span)) {
    throw refuse("Gold has a span with this tag here already.", { reason: "gold_alike" });
  }
}
