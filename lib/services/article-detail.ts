import "server-only";
import type { z } from "zod";

import type { ArticleDetail, CarriedSpan, patchArticleBody } from "../contracts/article-detail";
import {
  findArticle,
  listLayersOfArticle,
  listVersions,
  lockArticle,
  updateLanguage,
} from "../db/article-versions";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import { listNearDuplicates } from "../db/near-duplicates";
import type { Actor } from "../domain/access/actor";
import { can } from "../domain/access/policy";
import { requireUuid } from "../domain/access/uuid";
import { editTagOf, requireUnedited } from "../server/conditional";
import { authorise, nothingHere } from "./access";
import { isoDate } from "./articles";

/** One article with its text, its versions, and what is like it; layers for who may see them. */
export async function getArticle(
  actor: Actor,
  projectId: string,
  articleId: string,
): Promise<ArticleDetail> {
  const { role } = await authorise(actor, "articles.read", requireUuid(projectId));
  const article = await findArticle(projectId, requireUuid(articleId));
  if (!article) throw nothingHere();
  const [versions, layers, nearDuplicates] = await Promise.all([
    listVersions(projectId, article.externalId),
    can(role, "assignments.read") ? listLayersOfArticle(projectId, articleId) : null,
    listNearDuplicates(projectId, articleId),
  ]);
  const { projectId: _, publishedOn, createdAt, textVersion: _text, ...rest } = article;
  return {
    ...rest,
    editTag: tagOf(article),
    publishedOn: isoDate(publishedOn),
    createdAt: createdAt.toISOString(),
    versions: versions.map(({ textVersion: _ofText, ...one }) => ({
      ...one,
      createdAt: one.createdAt.toISOString(),
    })),
    layers:
      layers?.map((layer) => ({
        assignmentId: layer.id,
        annotatorId: layer.annotatorId,
        annotatorName: layer.annotatorName,
        status: layer.status,
        nSpans: layer.nSpans,
        carried: layer.carriedSpans as CarriedSpan[] | null,
      })) ?? null,
    nearDuplicates,
  };
}

const tagOf = ({
  language,
  isLanguageDetected,
}: Pick<ArticleDetail, "language" | "isLanguageDetected">) =>
  editTagOf({ language, isLanguageDetected });

/**
 * Sets an article's language right. Offsets and layers don't depend on it.
 * @param ifMatch as of `updateProject`
 * @throws {AppError} precondition_failed where somebody else has set it since
 */
export async function correctArticle(
  actor: Actor,
  projectId: string,
  articleId: string,
  { language }: z.output<typeof patchArticleBody>,
  ifMatch: string | null = null,
): Promise<ArticleDetail> {
  await authorise(actor, "articles.correct", requireUuid(projectId));
  await inTransaction(async (tx) => {
    const article = await lockArticle(tx, projectId, requireUuid(articleId));
    if (!article) throw nothingHere();
    requireUnedited(ifMatch, tagOf(article), { language: article.language });
    await updateLanguage(tx, projectId, articleId, language);
    const detail = { from: article.language, to: language };
    const event = { projectId, actorId: actor.userId, subject: articleId, detail };
    await recordEvent({ ...event, action: "article.language_corrected" }, tx);
  });
  return getArticle(actor, projectId, articleId);
}
