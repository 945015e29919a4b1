import { type AdvancedReport, advancedReportVersion } from "../domain/agreement/advanced-report";
import { type AdvancedStatistics, advancedVersion } from "../domain/agreement/advanced-statistics";
import { db } from "./client";
import { fromJson, toJson } from "./json";

/** The advanced report as last computed, and how its job fares. */
export async function findAdvanced(projectId: string) {
  const row = await db().agreementReport.findUnique({
    where: { projectId },
    select: {
      advanced: true,
      isAdvancedCurrent: true,
      advancedComputedAt: true,
      advancedBeatAt: true,
    },
  });
  if (!row) return null;
  const stored = row.advanced === null ? null : fromJson<AdvancedReport>(row.advanced);
  const report = stored?.version === advancedReportVersion ? stored : null;
  return {
    report,
    isCurrent: report !== null && row.isAdvancedCurrent,
    computedAt: report && row.advancedComputedAt,
    beatAt: row.advancedBeatAt,
  };
}

/** The advanced report, if it was computed from the layers as they are. */
export async function findCurrentAdvanced(projectId: string): Promise<AdvancedReport | null> {
  const found = await findAdvanced(projectId);
  return found?.isCurrent ? found.report : null;
}

/** The job says that it is alive; null that it has ended. */
export async function beatAdvanced(projectId: string, at: Date | null): Promise<void> {
  await db().agreementReport.upsert({
    where: { projectId },
    create: { projectId, advancedBeatAt: at },
    update: { advancedBeatAt: at },
  });
}

/** Keeps a report, which is current unless layers changed since `revision`, and ends the job. */
export async function storeAdvancedReport(
  projectId: string,
  revision: number,
  report: AdvancedReport,
  now: Date,
): Promise<void> {
  await db().$executeRaw`
    UPDATE "AgreementReport"
    SET advanced = ${JSON.stringify(report)}::jsonb, "advancedComputedAt" = ${now},
      "isAdvancedCurrent" = (revision = ${revision}), "advancedBeatAt" = NULL
    WHERE "projectId" = ${projectId}::uuid`;
}

/** Every article that has statistics, in id order. */
export async function listComparedArticleIds(projectId: string): Promise<string[]> {
  const rows = await db().articleAgreement.findMany({
    where: { projectId },
    orderBy: { articleId: "asc" },
    select: { articleId: true },
  });
  return rows.map(({ articleId }) => articleId);
}

/** Which of the articles have current advanced statistics, as stored. */
export async function findAdvancedStatistics(
  projectId: string,
  articleIds: readonly string[],
): Promise<Map<string, AdvancedStatistics>> {
  const rows = await db().articleAgreement.findMany({
    where: { projectId, articleId: { in: [...articleIds] } },
    select: { articleId: true, advanced: true },
  });
  return new Map(
    rows.flatMap(({ articleId, advanced }) => {
      const statistics = advanced === null ? null : fromJson<AdvancedStatistics>(advanced);
      return statistics?.version === advancedVersion ? [[articleId, statistics] as const] : [];
    }),
  );
}

/** When articles' statistics were last replaced. */
export async function findCountedAt(
  projectId: string,
  articleIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await db().articleAgreement.findMany({
    where: { projectId, articleId: { in: [...articleIds] } },
    select: { articleId: true, updatedAt: true },
  });
  return new Map(rows.map(({ articleId, updatedAt }) => [articleId, updatedAt]));
}

/** Keeps an article's advanced statistics, unless its layers were counted again since. */
export async function storeAdvancedStatistics(
  projectId: string,
  { articleId, countedAt }: { articleId: string; countedAt: Date },
  statistics: AdvancedStatistics,
): Promise<void> {
  await db().articleAgreement.updateMany({
    where: { projectId, articleId, updatedAt: countedAt },
    data: { advanced: toJson(statistics) },
  });
}
