import type { Codebook } from "../domain/codebook/codebook";
import { withoutLinks } from "../domain/spans/links";
import type { Attributes } from "../domain/spans/span";
import { db } from "./client";
import { toDisagreement } from "./disagreements";
import { fromJson } from "./json";
import type { PageRequest } from "./page";

/** An annotator's submitted assignments in the projects they are still in, the latest first. */
export async function listSubmittedIds(
  annotatorId: string,
  { cursor, limit }: PageRequest,
): Promise<string[]> {
  const rows = await db().assignment.findMany({
    where: {
      annotatorId,
      status: "submitted",
      project: {
        memberships: { some: { userId: annotatorId, removedAt: null, role: "annotator" } },
      },
    },
    select: { id: true },
    orderBy: { id: "desc" },
    take: limit + 1,
    ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
  });
  return rows.map(({ id }) => id);
}

/** Submitted layers of one annotator beside all that was found and decided on their articles. */
export async function findFeedbackSources(annotatorId: string, assignmentIds: readonly string[]) {
  const rows = await db().assignment.findMany({
    where: { id: { in: [...assignmentIds] }, annotatorId, status: "submitted" },
    include: {
      project: { select: { name: true } },
      codebookVersion: { select: { definition: true } },
      spans: { where: { removedAt: null } },
      article: {
        select: {
          title: true,
          assignments: { where: { status: "submitted", isTraining: false }, select: { id: true } },
          goldSpans: {
            where: { retiredAt: null },
            include: { decision: { select: { ruleCited: true } } },
          },
          disagreements: {
            where: { status: { not: "superseded" } },
            include: { decisions: { orderBy: { baseRevision: "asc" } } },
          },
        },
      },
    },
  });
  return rows.map(({ article, codebookVersion, spans, project, ...row }) => ({
    ...row,
    projectName: project.name,
    articleTitle: article.title,
    nLayers: article.assignments.length,
    codebook: fromJson<Codebook>(codebookVersion.definition),
    spans: spans.map((span) => ({
      ...span,
      attributes: withoutLinks(fromJson<Attributes>(span.attributes)),
    })),
    gold: article.goldSpans.map(({ decision, ...span }) => ({
      ...span,
      attributes: fromJson<Attributes>(span.attributes),
      ruleCited: decision?.ruleCited ?? null,
    })),
    disagreements: article.disagreements.map(toDisagreement),
  }));
}
export type FeedbackSource = Awaited<ReturnType<typeof findFeedbackSources>>[number];

/** What a decision was about. */
export async function findDisagreementOfDecision(projectId: string, decisionId: string) {
  const row = await db().decision.findFirst({
    where: { projectId, id: decisionId },
    select: { disagreement: { select: { id: true, articleId: true } } },
  });
  return row?.disagreement ?? null;
}
