import "server-only";

import {
  eachStatistics,
  findCountedArticles,
  findReport,
  findUncountedArticleIds,
  lockArticles,
  outdateReport,
  storeArticleStatistics,
  storeManyStatistics,
  storeReport,
} from "../db/agreement";
import { findArticleLength } from "../db/articles";
import { inTransaction, type Tx } from "../db/client";
import { findCurrentCodebook, listCodebooks } from "../db/codebooks";
import { lockArticle } from "../db/disagreements";
import { findSubmittedSpans } from "../db/layers";
import { type AgreementReport, reportOf } from "../domain/agreement/agreement-report";
import { ArticleCounter } from "../domain/agreement/article-counter";
import { articleStatistics } from "../domain/agreement/article-statistics";
import { ProjectSums } from "../domain/agreement/project-sums";
import { findCodebookOf } from "./review-refresh";

/** Brings one article's agreement statistics in line with its submitted layers. */
export async function refreshArticleAgreement(
  tx: Tx,
  projectId: string,
  articleId: string,
  now: Date,
): Promise<void> {
  await lockArticle(tx, projectId, articleId);
  const layers = await findSubmittedSpans(projectId, articleId, tx);
  const codebook = await findCodebookOf(tx, projectId, layers);
  const length = await findArticleLength(tx, projectId, articleId);
  if (!codebook || length === null) return;
  const statistics = articleStatistics(codebook.definition, length, layers);
  await storeArticleStatistics(tx, { projectId, articleId }, statistics, now);
  await outdateReport(tx, projectId);
}

const batchSize = 200;

/** The same for many articles, with a few statements in all. */
async function countArticles(
  tx: Tx,
  projectId: string,
  articleIds: readonly string[],
  now: Date,
): Promise<void> {
  await lockArticles(tx, projectId, articleIds);
  const codebooks = await listCodebooks(projectId, tx);
  const counters = codebooks.map(({ id, definition }) => ({
    id,
    counter: new ArticleCounter(definition),
  }));
  const articles = await findCountedArticles(tx, projectId, articleIds);
  const counted = articles.flatMap(({ id, nCodePoints, layers }) => {
    const used = new Set(layers.map(({ codebookVersionId }) => codebookVersionId));
    const { counter } = counters.findLast((one) => used.has(one.id)) ?? counters.at(-1) ?? {};
    const statistics = counter?.count(nCodePoints, layers);
    return statistics ? [{ articleId: id, statistics }] : [];
  });
  await storeManyStatistics(tx, projectId, counted, now);
  await outdateReport(tx, projectId);
}

/**
 * Computes a project's agreement from the stored statistics and keeps it.
 * Cost: linear in articles; a second or two at 100,000, so large projects do it in a job.
 */
export async function refreshAgreementReport(
  projectId: string,
): Promise<{ report: AgreementReport; computedAt: Date } | null> {
  const uncounted = await findUncountedArticleIds(projectId);
  for (let at = 0; at < uncounted.length; at += batchSize) {
    const articleIds = uncounted.slice(at, at + batchSize);
    await inTransaction((tx) => countArticles(tx, projectId, articleIds, new Date()));
  }
  // Read before the statistics: what changes in between makes the report stale again.
  const revision = (await findReport(projectId))?.revision ?? 0;
  const codebook = await findCurrentCodebook(projectId);
  if (!codebook) return null;
  const computedAt = new Date();
  const sums = new ProjectSums(codebook.definition);
  for await (const statistics of eachStatistics(projectId)) sums.add(statistics);
  const report = reportOf(codebook.definition, sums);
  await storeReport(projectId, revision, report, computedAt);
  return { report, computedAt };
}
