import { isUuid } from "../domain/access/uuid";
import type { TrainingChoice } from "../domain/formats/export-files";
import type { AssignmentStatus } from "./assignments";
import { articleIdIs, type ExportScope, literal } from "./export-select";

/** What somebody asked to narrow an export by, before it is looked up. */
export type AskedFilters = {
  status: "submitted" | "all" | AssignmentStatus;
  training: TrainingChoice;
  /** Ids or external ids. */
  article?: readonly string[] | undefined;
  outlet?: string | undefined;
  /** ISO dates, both included. */
  from?: string | undefined;
  to?: string | undefined;
  family?: string | undefined;
  tag?: readonly string[] | undefined;
  /** Pseudonyms. */
  annotator?: readonly string[] | undefined;
  notes: boolean;
  limit?: number | undefined;
};
type Find = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** Up to here articles are found by an index first; more are filtered while all are walked. */
export const fewArticles = 5000;

/**
 * Looks filters up with bound values. Where they leave few articles, an index finds those and the
 * export reads no others. Where they leave many, the walk over all of them passes the rest over.
 */
export async function resolveScope(
  find: Find,
  projectId: string,
  asked: AskedFilters,
): Promise<ExportScope> {
  const { status, training, family, tag, notes, limit } = asked;
  const annotatorIds = asked.annotator
    ? await findAnnotatorIds(find, projectId, asked.annotator)
    : null;
  const articleIds = narrowsArticles(asked)
    ? await findArticleIds(find, projectId, { ...asked, annotatorIds })
    : null;
  const isFew = articleIds !== null && articleIds.length <= fewArticles;
  return {
    ...{ projectId, status, training, annotatorIds, hasNotes: notes },
    familyId: family ?? null,
    tagIds: tag ?? null,
    article: isFew ? articleIdIs(articleIds) : articleConditions(asked).join(" AND "),
    nFirst: limit ?? null,
  };
}

/** Those of the pseudonyms that somebody in the project has, or had before they left. */
export async function findPseudonyms(
  find: Find,
  projectId: string,
  pseudonyms: readonly string[],
): Promise<string[]> {
  const rows = await find<{ pseudonym: string }>(
    `SELECT pseudonym FROM "Membership" WHERE "projectId" = $1 AND pseudonym = ANY($2)`,
    [projectId, pseudonyms],
  );
  return rows.map(({ pseudonym }) => pseudonym);
}

async function findAnnotatorIds(
  find: Find,
  projectId: string,
  pseudonyms: readonly string[],
): Promise<string[]> {
  const rows = await find<{ userId: string }>(
    `SELECT "userId" FROM "Membership" WHERE "projectId" = $1 AND pseudonym = ANY($2)
     ORDER BY "userId"`,
    [projectId, pseudonyms],
  );
  return rows.map(({ userId }) => userId);
}

function narrowsArticles({ article, outlet, from, to, annotator }: AskedFilters): boolean {
  return [article, outlet, from, to, annotator].some((filter) => filter !== undefined);
}

/** The articles that fit, in any order; at most one more than `fewArticles`. */
async function findArticleIds(
  find: Find,
  projectId: string,
  asked: AskedFilters & { annotatorIds: readonly string[] | null },
): Promise<string[]> {
  const { text, values } = articleIdsQuery(projectId, asked);
  const rows = await find<{ id: string }>(text, values);
  return rows.map(({ id }) => id);
}

/** What finds a few articles by an index. */
export function articleIdsQuery(
  projectId: string,
  asked: AskedFilters & { annotatorIds: readonly string[] | null },
): { text: string; values: unknown[] } {
  const values: unknown[] = [projectId];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const conditions = articleConditions(asked, bound);
  if (asked.annotatorIds) {
    conditions.push(`a.id IN (SELECT "articleId" FROM "Assignment"
      WHERE "projectId" = $1 AND "annotatorId" = ANY(${bound(asked.annotatorIds)}::uuid[]))`);
  }
  const text = `SELECT a.id FROM "Article" a
    WHERE ${[`a."projectId" = $1`, ...conditions].join(" AND ")} LIMIT ${fewArticles + 1}`;
  return { text, values };
}

function articleConditions(
  { article, outlet, from, to }: AskedFilters,
  write: (value: unknown) => string = (value) => literal(String(value)),
): string[] {
  const conditions: string[] = [];
  if (article) {
    const ids = article.filter(isUuid).map((id) => `${write(id)}::uuid`);
    const byId = ids.length > 0 ? `a.id IN (${ids.join(", ")}) OR ` : "";
    conditions.push(`(${byId}a."externalId" IN (${article.map(write).join(", ")}))`);
  }
  if (outlet !== undefined) conditions.push(`a.outlet = ${write(outlet)}`);
  if (from !== undefined) conditions.push(`a."publishedOn" >= ${write(from)}::date`);
  if (to !== undefined) conditions.push(`a."publishedOn" <= ${write(to)}::date`);
  return conditions;
}
