import type { Bulk } from "./bulk";
import { db, type Tx } from "./client";
import { CopyRows } from "./copy-rows";
import type { Prisma } from "./generated/client";
import { ownedPage, type PageRequest } from "./page";
import { countOpenDisagreementsOf, countSpansOf } from "./work-counts";

export type NewArticle = {
  id: string;
  projectId: string;
  externalId: string;
  title: string;
  body: string;
  url: string | null;
  outlet: string | null;
  publishedOn: Date | null;
  language: string;
  isLanguageDetected: boolean;
  sha256: string;
  nCodePoints: number;
  version: number;
  /** Counts the article's versions with this body. */
  textVersion: number;
};

/**
 * Takes turns with every other import into the project; nobody else waits.
 * @throws what `isLockTimeout` knows, after ten seconds
 */
export async function lockImports(tx: Tx, projectId: string): Promise<void> {
  await tx.$executeRaw`SET LOCAL lock_timeout = '10s'`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`imports ${projectId}`}, 0))`;
}

export async function insertArticles(bulk: Bulk, articles: readonly NewArticle[]): Promise<void> {
  const rows = new CopyRows(14);
  for (const one of articles) {
    rows.row().uuid(one.id).uuid(one.projectId).text(one.externalId).text(one.title);
    rows.text(one.body).text(one.url).text(one.outlet).date(one.publishedOn).text(one.language);
    rows.boolean(one.isLanguageDetected).text(one.sha256).int(one.nCodePoints);
    rows.int(one.version).int(one.textVersion);
  }
  await bulk.copy(
    `"Article" (id, "projectId", "externalId", title, body, url, outlet, "publishedOn", language,
       "isLanguageDetected", sha256, "nCodePoints", version, "textVersion")`,
    rows,
  );
}

// The next three look each value up by itself: while a large import runs, nobody has counted the
// project's rows yet, and PostgreSQL would take the walk over all of them for the shorter way.

/** Ids of the project's articles by the hash of their text; the newest version where several have it. */
export async function findArticlesByHash(
  bulk: Bulk,
  projectId: string,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  const rows = await bulk.query<{ id: string; sha256: string }>(
    `SELECT found.id, found.sha256 FROM unnest($2::text[]) AS wanted(sha256)
     CROSS JOIN LATERAL (
       SELECT id, sha256 FROM "Article"
       WHERE "projectId" = $1::uuid AND sha256 = wanted.sha256
       ORDER BY "textVersion" DESC LIMIT 1) AS found`,
    [projectId, hashes],
  );
  return new Map(rows.map(({ id, sha256 }) => [sha256, id]));
}

/** External ids of the project that are taken, among `wanted`. */
export async function findTakenExternalIds(
  bulk: Bulk,
  projectId: string,
  wanted: readonly string[],
): Promise<Set<string>> {
  const rows = await bulk.query<{ externalId: string }>(
    `SELECT wanted.name AS "externalId" FROM unnest($2::text[]) AS wanted(name)
     CROSS JOIN LATERAL (
       SELECT version FROM "Article"
       WHERE "projectId" = $1::uuid AND "externalId" = wanted.name
       ORDER BY version LIMIT 1) AS found`,
    [projectId, wanted],
  );
  return new Set(rows.map(({ externalId }) => externalId));
}

/** Titles and bodies of the project's articles among `articleIds`. */
export function findTextsInBulk(
  bulk: Bulk,
  projectId: string,
  articleIds: readonly string[],
): Promise<readonly { id: string; title: string; body: string }[]> {
  return bulk.query(
    `SELECT found.id, found.title, found.body FROM unnest($2::uuid[]) AS wanted(id)
     CROSS JOIN LATERAL (
       SELECT id, "projectId", title, body FROM "Article" WHERE id = wanted.id OFFSET 0) AS found
     WHERE found."projectId" = $1::uuid`,
    [projectId, articleIds],
  );
}

/** Ids among `articleIds` that belong to the project. */
export async function findArticleIds(
  projectId: string,
  articleIds: readonly string[],
  tx: Tx = db(),
): Promise<Set<string>> {
  const rows = await tx.article.findMany({
    where: { projectId, id: { in: [...articleIds] } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

const counted = {
  id: true,
  externalId: true,
  version: true,
  title: true,
  outlet: true,
  url: true,
  publishedOn: true,
  language: true,
  sha256: true,
  nCodePoints: true,
  assignments: { select: { id: true, status: true } },
} satisfies NonNullable<Parameters<ReturnType<typeof db>["article"]["findMany"]>[0]>["select"];

type ArticleRequest = PageRequest & {
  search?: string;
  language?: string;
  state?: "unassigned" | "unfinished" | "disputed";
};

function toFilter(state: NonNullable<ArticleRequest["state"]>): Prisma.ArticleWhereInput {
  switch (state) {
    case "unassigned":
      return { assignments: { none: {} } };
    case "unfinished":
      return { assignments: { some: { status: { not: "submitted" } } } };
    case "disputed":
      return { disagreements: { some: { status: { in: ["open", "stale"] } } } };
  }
}

/** One page of articles with their counts; `search` looks in title and outlet. */
export async function listArticles(projectId: string, request: ArticleRequest) {
  // In a pattern these three mean something; in a search they are themselves.
  const search = request.search?.replace(/[\\%_]/g, "\\$&");
  const { where, page } = ownedPage("projectId", projectId, request);
  const rows = await db().article.findMany({
    where: {
      ...where,
      ...(request.language ? { language: request.language } : {}),
      ...(request.state ? toFilter(request.state) : {}),
      ...(search
        ? {
            OR: [
              { title: { contains: search, mode: "insensitive" } },
              { outlet: { contains: search, mode: "insensitive" } },
              { externalId: { contains: search, mode: "insensitive" } },
            ],
          }
        : {}),
    },
    select: counted,
    ...page,
  });
  const submittedOf = (row: (typeof rows)[number]) =>
    row.assignments.filter(({ status }) => status === "submitted");
  const [spans, disagreements] = await Promise.all([
    countSpansOf(rows.flatMap(submittedOf).map(({ id }) => id)),
    countOpenDisagreementsOf(
      projectId,
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.map((row) => {
    const { assignments, ...article } = row;
    const submitted = submittedOf(row);
    return {
      ...article,
      nAssigned: assignments.length,
      nSubmitted: submitted.length,
      nSpans: submitted.reduce((sum, { id }) => sum + (spans.get(id) ?? 0), 0),
      nOpenDisagreements: disagreements.get(article.id) ?? 0,
    };
  });
}
export type ArticleRow = Awaited<ReturnType<typeof listArticles>>[number];

/** Title and body, without which no offset means anything. */
export function findArticleTexts(projectId: string, articleIds: readonly string[]) {
  return db().article.findMany({
    where: { projectId, id: { in: [...articleIds] } },
    orderBy: { id: "asc" },
  });
}

/** Titles and bodies alone, of the project's articles among `articleIds`. */
export function findTexts(projectId: string, articleIds: readonly string[], tx: Tx = db()) {
  return tx.article.findMany({
    where: { projectId, id: { in: [...articleIds] } },
    select: { id: true, title: true, body: true },
  });
}

/** Length of the body in code points, or null where there is no such article. */
export async function findArticleLength(
  tx: Tx,
  projectId: string,
  articleId: string,
): Promise<number | null> {
  const row = await tx.article.findUnique({
    where: { projectId_id: { projectId, id: articleId } },
    select: { nCodePoints: true },
  });
  return row?.nCodePoints ?? null;
}
