import type { Codebook } from "../domain/codebook/codebook";
import type { Attributes } from "../domain/spans/span";
import { db } from "./client";
import { fromJson } from "./json";

const batchSize = 50;

/** Articles in id order, a batch at a time, so that an export holds little however large it is. */
export async function* eachArticle(projectId: string) {
  let cursor: string | undefined;
  for (;;) {
    const batch = await db().article.findMany({
      where: { projectId },
      orderBy: { id: "asc" },
      take: batchSize,
      ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    });
    yield* batch;
    cursor = batch.at(-1)?.id;
    if (batch.length < batchSize) return;
  }
}

type LayerFilter = { projectId: string; articleId: string; isSubmittedOnly: boolean };

/** The layers of one article with their present spans. */
export async function findLayersOfArticle({ projectId, articleId, isSubmittedOnly }: LayerFilter) {
  const rows = await db().assignment.findMany({
    where: { projectId, articleId, ...(isSubmittedOnly ? { status: "submitted" } : {}) },
    include: {
      codebookVersion: { select: { number: true, definition: true } },
      spans: { where: { removedAt: null } },
    },
  });
  return rows.map((row) => ({
    ...row,
    codebookVersion: {
      number: row.codebookVersion.number,
      definition: fromJson<Codebook>(row.codebookVersion.definition),
    },
    spans: row.spans.map((span) => ({
      ...span,
      attributes: fromJson<Attributes>(span.attributes),
    })),
  }));
}
export type ExportLayer = Awaited<ReturnType<typeof findLayersOfArticle>>[number];

/** Gold in force on one article, with the decision it came from. */
export async function findGoldOfArticle(projectId: string, articleId: string) {
  const rows = await db().goldSpan.findMany({
    where: { projectId, articleId, retiredAt: null },
    include: { decision: true },
  });
  return rows.map((row) => ({ ...row, attributes: fromJson<Attributes>(row.attributes) }));
}
export type ExportGold = Awaited<ReturnType<typeof findGoldOfArticle>>[number];

export function countOpenDisagreements(projectId: string, articleId: string): Promise<number> {
  return db().disagreement.count({
    where: { projectId, articleId, status: { in: ["open", "stale"] } },
  });
}
