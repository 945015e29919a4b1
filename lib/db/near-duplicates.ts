import { db, type Tx } from "./client";

/** How many articles are looked at under one key: a text that half a project shares has many. */
const mostPerKey = 10;

/** Files new articles under their keys, which are signed 64-bit integers as text. */
export async function insertBands(
  tx: Tx,
  projectId: string,
  articles: readonly { id: string; keys: readonly string[] }[],
): Promise<void> {
  const rows = articles.flatMap(({ id, keys }) => [...new Set(keys)].map((key) => ({ id, key })));
  const [ids, keys] = [listed(rows.map(({ id }) => id)), listed(rows.map(({ key }) => key))];
  await tx.$executeRaw`
    INSERT INTO "ArticleBand" ("projectId", key, "articleId")
    SELECT ${projectId}::uuid, key::bigint, id::uuid
    FROM unnest(string_to_array(${ids}, ' '), string_to_array(${keys}, ' ')) AS made(id, key)
    ORDER BY 2`;
}

/** Thousands of values as one: each costs more than the database takes to tell them apart. */
function listed(values: readonly (string | number)[]): string {
  return values.join(" ");
}

/**
 * Articles that share keys with texts, told by their number in `keysOf`, and how many they share.
 * One index scan a key.
 */
export async function findNeighbours(
  tx: Tx,
  projectId: string,
  keysOf: readonly (readonly string[])[],
): Promise<{ number: number; articleId: string; nShared: number }[]> {
  const rows = keysOf.flatMap((keys, number) => keys.map((key) => ({ number, key })));
  const [numbers, keys] = [
    listed(rows.map(({ number }) => number)),
    listed(rows.map(({ key }) => key)),
  ];
  return tx.$queryRaw`
    SELECT made.number::int, band."articleId", count(*)::int AS "nShared"
    FROM unnest(string_to_array(${numbers}, ' '), string_to_array(${keys}, ' ')) AS made(number, key)
    CROSS JOIN LATERAL (
      SELECT "articleId" FROM "ArticleBand"
      WHERE "projectId" = ${projectId}::uuid AND key = made.key::bigint LIMIT ${mostPerKey}
    ) AS band
    GROUP BY made.number, band."articleId"`;
}

export type NewNearDuplicate = { articleId: string; otherId: string; resemblance: number };

export async function insertNearDuplicates(
  tx: Tx,
  projectId: string,
  pairs: readonly NewNearDuplicate[],
): Promise<void> {
  if (pairs.length === 0) return;
  const data = pairs.map((pair) => ({ ...pair, projectId }));
  await tx.nearDuplicate.createMany({ data, skipDuplicates: true });
}

const named = {
  select: { id: true, externalId: true, version: true, title: true, outlet: true },
} as const;

/** Articles that are nearly the same as one, whichever came first; the most alike first. */
export async function listNearDuplicates(projectId: string, articleId: string) {
  const rows = await db().nearDuplicate.findMany({
    where: { projectId, OR: [{ articleId }, { otherId: articleId }] },
    select: { articleId: true, resemblance: true, article: named, other: named },
    orderBy: { resemblance: "desc" },
    take: 100,
  });
  return rows.map(({ resemblance, article, other, ...row }) => ({
    ...(row.articleId === articleId ? other : article),
    resemblance,
  }));
}
