import "server-only";

import {
  type CountedArticle,
  eachStatistics,
  findReport,
  findUncountedArticleIds,
  outdateReport,
  storeReport,
  type StoredReport,
  storeStatistics,
} from "../db/agreement";
import { findSettledGold, findSubmittedArticles, lockArticles } from "../db/agreement-layers";
import { inTransaction, type Tx } from "../db/client";
import { findCurrentCodebook, listCodebooks } from "../db/codebooks";
import { reportOf } from "../domain/agreement/agreement-report";
import { ArticleCounter } from "../domain/agreement/article-counter";
import { GoldSums } from "../domain/agreement/gold-sums";
import { goldStatistics } from "../domain/agreement/gold-statistics";
import { ProjectSums } from "../domain/agreement/project-sums";

/** Brings one article's agreement statistics in line with its submitted layers. */
export async function refreshArticleAgreement(
  tx: Tx,
  projectId: string,
  articleId: string,
  now: Date,
): Promise<void> {
  await countArticles(tx, projectId, [articleId], { now, haveLayersChanged: true });
  await outdateReport(tx, projectId, { haveLayersChanged: true });
}

const batchSize = 200;

/** Counts articles from their layers and gold, with a few statements in all. */
async function countArticles(
  tx: Tx,
  projectId: string,
  articleIds: readonly string[],
  when: { now: Date; haveLayersChanged: boolean },
): Promise<void> {
  await lockArticles(tx, projectId, articleIds);
  const codebooks = await listCodebooks(projectId, tx);
  const counters = codebooks.map(({ id, definition }) => ({
    ...{ id, definition },
    counter: new ArticleCounter(definition),
  }));
  const articles = await findSubmittedArticles(tx, projectId, articleIds);
  const goldOf = await findSettledGold(tx, projectId, articleIds);
  const counted = articles.flatMap(({ id, nCodePoints, layers }): CountedArticle[] => {
    const used = new Set(layers.map(({ codebookVersionId }) => codebookVersionId));
    // The newest codebook version that one of the layers was made under.
    const codebook = counters.findLast((one) => used.has(one.id)) ?? counters.at(-1);
    const statistics = codebook?.counter.count(nCodePoints, layers);
    if (!codebook || !statistics) return [];
    const gold = goldStatistics(codebook.definition, goldOf(id), layers);
    return [{ articleId: id, statistics, gold }];
  });
  await storeStatistics(tx, projectId, articleIds, counted, when);
}

/**
 * Computes a project's agreement from the stored statistics and keeps it.
 * Cost: linear in articles; a second or two at 100,000, so large projects do it in a job.
 */
export async function refreshAgreementReport(
  projectId: string,
): Promise<{ report: StoredReport; computedAt: Date } | null> {
  // Read before the statistics: what changes in between makes the report stale again.
  const revision = (await findReport(projectId))?.revision ?? 0;
  await countUncounted(projectId);
  const codebook = await findCurrentCodebook(projectId);
  if (!codebook) return null;
  const computedAt = new Date();
  const sums = new ProjectSums(codebook.definition);
  const goldSums = new GoldSums();
  for await (const { statistics, gold } of eachStatistics(projectId)) {
    sums.add(statistics);
    if (gold) goldSums.add(gold);
  }
  const report = {
    ...reportOf(codebook.definition, sums, goldSums),
    codebookNumber: codebook.number,
  };
  await storeReport(projectId, revision, report, computedAt);
  return { report, computedAt };
}

/** Counts the articles whose statistics are missing, behind, or of an older shape. */
export async function countUncounted(projectId: string): Promise<void> {
  const uncounted = await findUncountedArticleIds(projectId);
  for (let at = 0; at < uncounted.length; at += batchSize) {
    const articleIds = uncounted.slice(at, at + batchSize);
    const when = { now: new Date(), haveLayersChanged: false };
    await inTransaction((tx) => countArticles(tx, projectId, articleIds, when));
  }
}
