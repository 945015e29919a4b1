import type { AgreementReport } from "../domain/agreement/agreement-report";
import type { ArticleStatistics } from "../domain/agreement/article-statistics";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";

type Home = { projectId: string; articleId: string };

/** Replaces an article's statistics; null when there is nothing to compare any more. */
export async function storeArticleStatistics(
  tx: Tx,
  { projectId, articleId }: Home,
  statistics: ArticleStatistics | null,
  now: Date,
): Promise<void> {
  if (!statistics) {
    await tx.articleAgreement.deleteMany({ where: { projectId, articleId } });
    return;
  }
  const data = { statistics: toJson(statistics), updatedAt: now };
  await tx.articleAgreement.upsert({
    where: { articleId },
    create: { projectId, articleId, ...data },
    update: data,
  });
}

/** Says that the project's report is behind. Last in a transaction: it locks one row a project. */
export async function outdateReport(tx: Tx, projectId: string): Promise<void> {
  await tx.agreementReport.upsert({
    where: { projectId },
    create: { projectId, revision: 1 },
    update: { revision: { increment: 1 } },
  });
}

export async function findReport(projectId: string) {
  const row = await db().agreementReport.findUnique({ where: { projectId } });
  return (
    row && {
      revision: row.revision,
      isCurrent: row.computedRevision === row.revision,
      computedAt: row.computedAt,
      report: row.report === null ? null : fromJson<AgreementReport>(row.report),
    }
  );
}

/** Keeps a report that was computed from statistics at least as new as `revision`. */
export async function storeReport(
  projectId: string,
  revision: number,
  report: AgreementReport,
  computedAt: Date,
): Promise<void> {
  const data = { computedRevision: revision, report: toJson(report), computedAt };
  await db().agreementReport.upsert({
    where: { projectId },
    create: { projectId, revision, ...data },
    update: data,
  });
}

/** Articles that have statistics. */
export function countReadArticles(projectId: string): Promise<number> {
  return db().articleAgreement.count({ where: { projectId } });
}

const batchSize = 2000;

/** All statistics of a project, a batch at a time, in article order. */
export async function listStatistics(projectId: string): Promise<ArticleStatistics[]> {
  const all: ArticleStatistics[] = [];
  let cursor: string | undefined;
  for (;;) {
    const rows = await db().articleAgreement.findMany({
      where: { projectId, ...(cursor ? { articleId: { gt: cursor } } : {}) },
      orderBy: { articleId: "asc" },
      take: batchSize,
      select: { articleId: true, statistics: true },
    });
    all.push(...rows.map(({ statistics }) => fromJson<ArticleStatistics>(statistics)));
    cursor = rows.at(-1)?.articleId;
    if (rows.length < batchSize) return all;
  }
}

/** Articles that two people submitted and that have no statistics yet: from before there were any. */
export async function findUncountedArticleIds(projectId: string): Promise<string[]> {
  const rows = await db().assignment.groupBy({
    by: ["articleId"],
    where: { projectId, status: "submitted", article: { agreement: null } },
    having: { articleId: { _count: { gte: 2 } } },
  });
  return rows.map(({ articleId }) => articleId);
}
