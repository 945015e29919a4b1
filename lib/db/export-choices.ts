import { db } from "./client";

const mostOutlets = 200;

/** The first outlets by name. Jumps from one to the next by index, however many articles there are. */
export async function listOutlets(projectId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ outlet: string }[]>`
    WITH RECURSIVE found AS (
      (SELECT outlet FROM "Article" WHERE "projectId" = ${projectId}::uuid AND outlet IS NOT NULL
       ORDER BY outlet LIMIT 1)
      UNION ALL
      SELECT (SELECT a.outlet FROM "Article" a
        WHERE a."projectId" = ${projectId}::uuid AND a.outlet > found.outlet
        ORDER BY a.outlet LIMIT 1)
      FROM found WHERE found.outlet IS NOT NULL
    )
    SELECT outlet FROM found WHERE outlet IS NOT NULL LIMIT ${mostOutlets}`;
  return rows.map(({ outlet }) => outlet);
}

/** Pseudonyms of who annotates, or ever was given an article, in order. */
export async function listAnnotatorPseudonyms(projectId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ pseudonym: string }[]>`
    SELECT m.pseudonym FROM "Membership" m
    WHERE m."projectId" = ${projectId}::uuid AND (m.role = 'annotator' OR EXISTS (
      SELECT FROM "Assignment" g
      WHERE g."annotatorId" = m."userId" AND g."projectId" = m."projectId"))
    ORDER BY m.pseudonym COLLATE "C"`;
  return rows.map(({ pseudonym }) => pseudonym);
}
