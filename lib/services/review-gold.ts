import "server-only";

import type { ArticleGold, GoldSpanView } from "../contracts/gold";
import { findArticleTexts } from "../db/articles";
import { countWaiting, findSpanAuthors, listGold } from "../db/gold";
import { findSubmittedSpans } from "../db/layers";
import { pseudonymsOf } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { compareSpans } from "../domain/spans/span";
import { authorise, nothingHere } from "./access";

/** An article's gold in force and out of use, each span with where it came from. */
export async function getArticleGold(
  actor: Actor,
  projectId: string,
  articleId: string,
): Promise<ArticleGold> {
  await authorise(actor, "articles.read", requireUuid(projectId));
  const [[article], rows, nWaiting, layers, pseudonyms] = await Promise.all([
    findArticleTexts(projectId, [requireUuid(articleId)]),
    listGold(projectId, articleId),
    countWaiting(projectId, articleId),
    findSubmittedSpans(projectId, articleId),
    pseudonymsOf(projectId),
  ]);
  if (!article) throw nothingHere();
  const authors = await findSpanAuthors(
    projectId,
    rows.flatMap(({ supportingSpanIds }) => supportingSpanIds),
  );
  const nameOf = (userId: string | undefined) => pseudonyms.get(userId ?? "") ?? "";
  const spans = rows.map(({ decision, ...row }): GoldSpanView => ({
    id: row.id,
    segment: row.segment,
    start: row.start,
    end: row.end,
    quote: row.quote,
    family: row.familyId,
    tagId: row.tagId,
    attributes: { ...row.attributes },
    outcome: row.outcome,
    supporters: [...new Set(row.supportingSpanIds.map((id) => nameOf(authors.get(id))))].sort(),
    nAnnotators: row.nAnnotators,
    createdAt: row.createdAt.toISOString(),
    retiredAt: row.retiredAt?.toISOString() ?? null,
    decision: decision && {
      disagreementId: decision.disagreementId,
      decidedBy: nameOf(decision.decidedById),
      decidedAt: decision.decidedAt.toISOString(),
      ruleCited: decision.ruleCited,
      comment: decision.comment,
    },
  }));
  const { id, title, body, language, sha256 } = article;
  return {
    article: { id, title, body, language, sha256 },
    spans: spans.filter(({ retiredAt }) => retiredAt === null).sort(compareSpans),
    history: spans
      .filter(({ retiredAt }) => retiredAt !== null)
      .sort((a, b) => (b.retiredAt ?? "").localeCompare(a.retiredAt ?? "")),
    nWaiting,
    nLayers: layers.length,
  };
}
