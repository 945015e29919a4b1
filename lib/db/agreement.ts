import {
  type AgreementReport,
  type CountedStatistics,
  reportVersion,
} from "../domain/agreement/agreement-report";
import { type ArticleStatistics, statisticsVersion } from "../domain/agreement/article-sums";
import { type GoldStatistics, goldStatisticsVersion } from "../domain/agreement/gold-statistics";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";

/** A report with the codebook version that its families and tags are from. */
export type StoredReport = AgreementReport & { codebookNumber: number };

/** Says that the project's report is behind. Last in a transaction: it locks one row a project. */
export async function outdateReport(
  tx: Tx,
  projectId: string,
  { haveLayersChanged }: { haveLayersChanged: boolean },
): Promise<void> {
  await tx.agreementReport.upsert({
    where: { projectId },
    create: { projectId, revision: 1 },
    update: {
      revision: { increment: 1 },
      ...(haveLayersChanged ? { isAdvancedCurrent: false } : {}),
    },
  });
}

/** Has annotators on the article counted against gold again. Last in a transaction. */
export async function outdateGoldAgreement(
  tx: Tx,
  projectId: string,
  articleId: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ArticleAgreement" SET gold = NULL
    WHERE "articleId" = ${articleId}::uuid AND "projectId" = ${projectId}::uuid`;
  await outdateReport(tx, projectId, { haveLayersChanged: false });
}

export async function findReport(projectId: string) {
  const row = await db().agreementReport.findUnique({ where: { projectId } });
  if (!row) return null;
  const stored = row.report === null ? null : fromJson<StoredReport>(row.report);
  const report = stored?.version === reportVersion ? stored : null;
  return {
    revision: row.revision,
    isCurrent: report !== null && row.computedRevision === row.revision,
    computedAt: report && row.computedAt,
    report,
  };
}

/** Keeps a report that was computed from statistics at least as new as `revision`. */
export async function storeReport(
  projectId: string,
  revision: number,
  report: StoredReport,
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
export async function* eachStatistics(projectId: string): AsyncGenerator<CountedStatistics> {
  let cursor: string | undefined;
  for (;;) {
    const rows = await db().articleAgreement.findMany({
      where: { projectId, ...(cursor ? { articleId: { gt: cursor } } : {}) },
      orderBy: { articleId: "asc" },
      take: batchSize,
      select: { articleId: true, statistics: true, gold: true },
    });
    for (const { statistics, gold } of rows) {
      yield {
        statistics: fromJson<ArticleStatistics>(statistics),
        gold: gold === null ? null : fromJson<GoldStatistics>(gold),
      };
    }
    cursor = rows.at(-1)?.articleId;
    if (rows.length < batchSize) return;
  }
}

/** Articles that two people submitted and whose statistics are missing, behind, or of another shape. */
export async function findUncountedArticleIds(projectId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ articleId: string }[]>`
    SELECT "articleId" FROM "ArticleAgreement"
    WHERE "projectId" = ${projectId}::uuid AND (gold IS NULL
      OR statistics->'version' IS DISTINCT FROM to_jsonb(${statisticsVersion}::int)
      OR gold->'version' IS DISTINCT FROM to_jsonb(${goldStatisticsVersion}::int))
    UNION
    SELECT "articleId" FROM "Assignment" AS layer
    WHERE "projectId" = ${projectId}::uuid AND status = 'submitted' AND NOT "isTraining" AND NOT EXISTS (
      SELECT FROM "ArticleAgreement" AS known WHERE known."articleId" = layer."articleId")
    GROUP BY "articleId" HAVING count(*) > 1`;
  return rows.map(({ articleId }) => articleId);
}

export type CountedArticle = {
  articleId: string;
  statistics: ArticleStatistics;
  gold: GoldStatistics;
};

/**
 * Replaces the statistics of articles of a project with one statement, and drops those of
 * `articleIds` that aren't among them: nothing is left to compare there.
 */
export async function storeStatistics(
  tx: Tx,
  projectId: string,
  articleIds: readonly string[],
  counted: readonly CountedArticle[],
  { now, haveLayersChanged }: { now: Date; haveLayersChanged: boolean },
): Promise<void> {
  const ids = counted.map(({ articleId }) => articleId);
  const gone = articleIds.filter((id) => !ids.includes(id));
  if (gone.length > 0) {
    await tx.articleAgreement.deleteMany({ where: { projectId, articleId: { in: gone } } });
  }
  if (ids.length === 0) return;
  const texts = counted.map(({ statistics }) => JSON.stringify(statistics));
  const golds = counted.map(({ gold }) => JSON.stringify(gold));
  await tx.$executeRaw`
    INSERT INTO "ArticleAgreement" ("articleId", "projectId", statistics, gold, "updatedAt")
    SELECT id, ${projectId}::uuid, text::jsonb, gold::jsonb, ${now}
    FROM unnest(${ids}::uuid[], ${texts}::text[], ${golds}::text[]) AS counted(id, text, gold)
    ON CONFLICT ("articleId") DO UPDATE
      SET statistics = excluded.statistics, gold = excluded.gold, "updatedAt" = excluded."updatedAt",
        advanced = CASE WHEN NOT ${haveLayersChanged} THEN "ArticleAgreement".advanced END`;
}
