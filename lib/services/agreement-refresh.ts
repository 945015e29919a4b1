import "server-only";

import {
  findUncountedArticleIds,
  findReport,
  listStatistics,
  outdateReport,
  storeArticleStatistics,
  storeReport,
} from "../db/agreement";
import { findArticleLength } from "../db/articles";
import { inTransaction, type Tx } from "../db/client";
import { findCurrentCodebook } from "../db/codebooks";
import { lockArticle } from "../db/disagreements";
import { findSubmittedSpans } from "../db/layers";
import { type AgreementReport, agreementReport } from "../domain/agreement/agreement-report";
import { articleStatistics } from "../domain/agreement/article-statistics";
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

/**
 * Computes a project's agreement from the stored statistics and keeps it.
 * Cost: linear in articles; a second or two at 100,000, so large projects do it in a job.
 */
export async function refreshAgreementReport(
  projectId: string,
): Promise<{ report: AgreementReport; computedAt: Date } | null> {
  for (const articleId of await findUncountedArticleIds(projectId)) {
    await inTransaction((tx) => refreshArticleAgreement(tx, projectId, articleId, new Date()));
  }
  // Read before the statistics: what changes in between makes the report stale again.
  const revision = (await findReport(projectId))?.revision ?? 0;
  const codebook = await findCurrentCodebook(projectId);
  if (!codebook) return null;
  const computedAt = new Date();
  const report = agreementReport(codebook.definition, await listStatistics(projectId));
  await storeReport(projectId, revision, report, computedAt);
  return { report, computedAt };
}
