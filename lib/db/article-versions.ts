import type { Codebook } from "../domain/codebook/codebook";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";
import { countSpansOf } from "./work-counts";

/** One article with its text, or null. */
export function findArticle(projectId: string, articleId: string, tx: Tx = db()) {
  return tx.article.findUnique({ where: { projectId_id: { projectId, id: articleId } } });
}

/** The same, and nobody else changes what can be changed of it until the transaction ends. */
export async function lockArticle(tx: Tx, projectId: string, articleId: string) {
  await tx.$queryRaw`
    SELECT id FROM "Article"
    WHERE "projectId" = ${projectId}::uuid AND id = ${articleId}::uuid FOR NO KEY UPDATE`;
  return findArticle(projectId, articleId, tx);
}

/** All versions of an article, the oldest first. */
export function listVersions(projectId: string, externalId: string, tx: Tx = db()) {
  return tx.article.findMany({
    where: { projectId, externalId },
    select: { id: true, version: true, createdAt: true, sha256: true, textVersion: true },
    orderBy: { version: "asc" },
  });
}

export async function updateLanguage(
  tx: Tx,
  projectId: string,
  articleId: string,
  language: string,
): Promise<void> {
  await tx.article.update({
    where: { projectId_id: { projectId, id: articleId } },
    data: { language, isLanguageDetected: false },
  });
}

/** The layers of an article with what taking them over needs. */
export async function listLayersOfArticle(projectId: string, articleId: string, tx: Tx = db()) {
  const rows = await tx.assignment.findMany({
    where: { projectId, articleId },
    include: {
      annotator: { select: { name: true } },
      codebookVersion: { select: { definition: true } },
      answers: { select: { questionId: true, value: true } },
      privateAnswers: { select: { questionId: true, value: true } },
      carriedFrom: { select: { spans: true } },
    },
    orderBy: { id: "asc" },
  });
  const spans = await countSpansOf(
    rows.map(({ id }) => id),
    tx,
  );
  return rows.map(
    ({ codebookVersion, answers, privateAnswers, carriedFrom, annotator, ...row }) => ({
      ...row,
      annotatorName: annotator.name,
      nSpans: spans.get(row.id) ?? 0,
      codebook: fromJson<Codebook>(codebookVersion.definition),
      answers: Object.fromEntries(
        [...answers, ...privateAnswers].map(({ questionId, value }) => [
          questionId,
          fromJson<string | string[]>(value),
        ]),
      ),
      carriedSpans: carriedFrom ? fromJson<unknown>(carriedFrom.spans) : null,
    }),
  );
}
export type ArticleLayer = Awaited<ReturnType<typeof listLayersOfArticle>>[number];

export async function insertCarriedLayer(
  tx: Tx,
  row: { projectId: string; assignmentId: string; fromAssignmentId: string; spans: unknown },
): Promise<void> {
  await tx.carriedLayer.create({ data: { ...row, spans: toJson(row.spans) } });
}
