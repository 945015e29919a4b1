import "server-only";

import { eachStatistics, findReport } from "../db/agreement";
import {
  beatAdvanced,
  findAdvancedStatistics,
  findCountedAt,
  listComparedArticleIds,
  storeAdvancedReport,
  storeAdvancedStatistics,
} from "../db/agreement-advanced";
import { findSubmittedArticles } from "../db/agreement-layers";
import { inTransaction } from "../db/client";
import { findCurrentCodebook } from "../db/codebooks";
import { AdvancedSums } from "../domain/agreement/advanced-report";
import {
  type AdvancedStatistics,
  advancedStatistics,
} from "../domain/agreement/advanced-statistics";
import { stableSample } from "../domain/agreement/stable-sample";
import type { Codebook } from "../domain/codebook/codebook";
import { countUncounted } from "./agreement-refresh";

/** Gamma takes up to seconds an article: of large projects it is computed on a sample. */
export const mostGammaArticles = 200;
const batchSize = 20;

/**
 * Computes what the advanced section shows, for articles that have none yet, and keeps it.
 * Cost: linear in articles, and gamma on at most `mostGammaArticles` of them; for a job.
 */
export async function refreshAdvancedAgreement(projectId: string): Promise<void> {
  await countUncounted(projectId);
  const revision = (await findReport(projectId))?.revision ?? 0;
  const codebook = await findCurrentCodebook(projectId);
  if (!codebook) return;
  const articleIds = await listComparedArticleIds(projectId);
  const withGamma = new Set(stableSample(articleIds, mostGammaArticles));
  const sums = new AdvancedSums(codebook.definition);
  for (let at = 0; at < articleIds.length; at += batchSize) {
    await beatAdvanced(projectId, new Date());
    const batch = articleIds.slice(at, at + batchSize);
    const known = await findAdvancedStatistics(projectId, batch);
    const missing = batch.filter((id) => !isEnough(known.get(id), withGamma.has(id)));
    const computed = await computeMissing(codebook.definition, projectId, missing, withGamma);
    for (const id of batch) {
      const statistics = computed.get(id) ?? known.get(id);
      if (statistics) sums.add(statistics);
    }
  }
  for await (const { statistics } of eachStatistics(projectId)) sums.addCounted(statistics);
  await beatAdvanced(projectId, new Date());
  await storeAdvancedReport(projectId, revision, sums.report(), new Date());
}

function isEnough(known: AdvancedStatistics | undefined, needsGamma: boolean): boolean {
  if (!known) return false;
  return !needsGamma || known.families.every(({ gamma }) => gamma !== null);
}

async function computeMissing(
  codebook: Codebook,
  projectId: string,
  articleIds: readonly string[],
  withGamma: ReadonlySet<string>,
): Promise<Map<string, AdvancedStatistics>> {
  const computed = new Map<string, AdvancedStatistics>();
  if (articleIds.length === 0) return computed;
  // Read before the layers: what is handed in in between is not overwritten.
  const countedAt = await findCountedAt(projectId, articleIds);
  const articles = await inTransaction((tx) => findSubmittedArticles(tx, projectId, articleIds));
  for (const { id, nCodePoints, layers } of articles) {
    const hasGamma = withGamma.has(id);
    const statistics = advancedStatistics(codebook, nCodePoints, layers, { hasGamma });
    const when = countedAt.get(id);
    if (!statistics || !when) continue;
    computed.set(id, statistics);
    await storeAdvancedStatistics(projectId, { articleId: id, countedAt: when }, statistics);
    await beatAdvanced(projectId, new Date());
  }
  return computed;
}
