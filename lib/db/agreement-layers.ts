import type { AnswerValue, SubmittedLayer } from "../domain/agreement/article-sums";
import type { SettledGold } from "../domain/agreement/gold-statistics";
import type { Attributes } from "../domain/spans/span";
import type { Tx } from "./client";
import { fromJson } from "./json";

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

export type SubmittedArticle = {
  id: string;
  nCodePoints: number;
  layers: (SubmittedLayer & { codebookVersionId: string })[];
};

/** The submitted layers of articles with just what is counted; those made to learn aren't. */
export async function findSubmittedArticles(
  tx: Tx,
  projectId: string,
  articleIds: readonly string[],
): Promise<SubmittedArticle[]> {
  const rows = await tx.article.findMany({
    where: { projectId, id: { in: [...articleIds] } },
    select: {
      id: true,
      nCodePoints: true,
      assignments: {
        where: { status: "submitted", isTraining: false },
        select: {
          annotatorId: true,
          codebookVersionId: true,
          submittedAt: true,
          codebookVersion: { select: { number: true } },
          answers: { select: { questionId: true, value: true } },
          spans: {
            where: { removedAt: null },
            select: { segment: true, start: true, end: true, tagId: true, attributes: true },
          },
        },
      },
    },
  });
  return rows.map(({ id, nCodePoints, assignments }) => ({
    id,
    nCodePoints,
    layers: assignments.map((layer) => ({
      annotatorId: layer.annotatorId,
      codebookVersionId: layer.codebookVersionId,
      codebookNumber: layer.codebookVersion.number,
      submittedOn: layer.submittedAt?.toISOString().slice(0, 10) ?? null,
      answers: Object.fromEntries(
        layer.answers.map(({ questionId, value }) => [questionId, fromJson<AnswerValue>(value)]),
      ),
      spans: layer.spans.map(({ attributes, ...span }) => ({
        ...span,
        attributes: fromJson<Attributes>(attributes),
      })),
    })),
  }));
}

const settledOutcomes = ["unanimous", "accept", "edit", "add"] as const;
const undecidedOutcomes = ["both_defensible", "unresolved"] as const;

/** What stands as gold in the bodies of articles, by article; nothing for those without any. */
export async function findSettledGold(
  tx: Tx,
  projectId: string,
  articleIds: readonly string[],
): Promise<(articleId: string) => SettledGold> {
  const where = { projectId, articleId: { in: [...articleIds] }, segment: "body" as const };
  const spans = await tx.goldSpan.findMany({
    where: {
      ...where,
      retiredAt: null,
      outcome: { in: [...settledOutcomes, ...undecidedOutcomes] },
    },
    select: {
      articleId: true,
      familyId: true,
      tagId: true,
      segment: true,
      start: true,
      end: true,
      outcome: true,
    },
  });
  const open = await tx.disagreement.groupBy({
    by: ["articleId", "familyId"],
    where: { ...where, status: { in: ["open", "stale"] } },
  });
  return (articleId) => {
    const own = spans.filter((span) => span.articleId === articleId);
    const isUndecided = ({ outcome }: (typeof own)[number]) =>
      undecidedOutcomes.some((one) => one === outcome);
    return {
      spans: own.filter((span) => !isUndecided(span)),
      undecided: own.filter(isUndecided),
      openFamilyIds: open.flatMap((one) => (one.articleId === articleId ? [one.familyId] : [])),
    };
  };
}
