import type { AgreementReport } from "../domain/agreement/agreement-report";
import type { ArticleStatistics } from "../domain/agreement/article-sums";
import type { CountedSpan } from "../domain/agreement/span-columns";
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

/** Whether more than `most` layers were submitted; counts no further. */
export async function hasMoreLayers(projectId: string, most: number): Promise<boolean> {
  const [next] = await db().assignment.findMany({
    where: { projectId, status: "submitted" },
    select: { id: true },
    skip: most,
    take: 1,
  });
  return next !== undefined;
}

const batchSize = 2000;

/** All statistics of a project in article order, read a batch at a time. */
export async function* eachStatistics(projectId: string): AsyncGenerator<ArticleStatistics> {
  let cursor: string | undefined;
  for (;;) {
    const rows = await db().articleAgreement.findMany({
      where: { projectId, ...(cursor ? { articleId: { gt: cursor } } : {}) },
      orderBy: { articleId: "asc" },
      take: batchSize,
      select: { articleId: true, statistics: true },
    });
    for (const { statistics } of rows) yield fromJson<ArticleStatistics>(statistics);
    cursor = rows.at(-1)?.articleId;
    if (rows.length < batchSize) return;
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

/** Takes turns with every other recomputation of these articles. */
export async function lockArticles(
  tx: Tx,
  projectId: string,
  articleIds: readonly string[],
): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Article"
    WHERE id = ANY(${[...articleIds]}::uuid[]) AND "projectId" = ${projectId}::uuid
    ORDER BY id FOR UPDATE`;
}

type CountedLayer = { annotatorId: string; codebookVersionId: string; spans: CountedSpan[] };
export type CountedArticle = { id: string; nCodePoints: number; layers: CountedLayer[] };

/** The submitted layers of articles with just what is counted. */
export async function findCountedArticles(
  tx: Tx,
  projectId: string,
  articleIds: readonly string[],
): Promise<CountedArticle[]> {
  const rows = await tx.article.findMany({
    where: { projectId, id: { in: [...articleIds] } },
    select: {
      id: true,
      nCodePoints: true,
      assignments: {
        where: { status: "submitted" },
        select: {
          annotatorId: true,
          codebookVersionId: true,
          spans: {
            where: { removedAt: null },
            select: { segment: true, start: true, end: true, tagId: true },
          },
        },
      },
    },
  });
  return rows.map(({ assignments, ...article }) => ({ ...article, layers: assignments }));
}

/** Stores the statistics of many articles of a project with one statement. */
export async function storeManyStatistics(
  tx: Tx,
  projectId: string,
  counted: readonly { articleId: string; statistics: ArticleStatistics }[],
  now: Date,
): Promise<void> {
  const ids = counted.map(({ articleId }) => articleId);
  const texts = counted.map(({ statistics }) => JSON.stringify(statistics));
  await tx.$executeRaw`
    INSERT INTO "ArticleAgreement" ("articleId", "projectId", statistics, "updatedAt")
    SELECT id, ${projectId}::uuid, text::jsonb, ${now}
    FROM unnest(${ids}::uuid[], ${texts}::text[]) AS counted(id, text)
    ON CONFLICT ("articleId") DO UPDATE
      SET statistics = excluded.statistics, "updatedAt" = excluded."updatedAt"`;
}
