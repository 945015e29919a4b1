import type { Bulk } from "./bulk";
import { db } from "./client";
import { CopyRows } from "./copy-rows";

/** How many articles are looked at under one key: a text that half a project shares has many. */
const mostPerKey = 10;

/** Files new articles under their keys, which are signed 64-bit integers. */
export async function insertBands(
  bulk: Bulk,
  projectId: string,
  articles: readonly { id: string; keys: readonly bigint[] }[],
): Promise<void> {
  const bands = articles.flatMap(({ id, keys }) =>
    keys.flatMap((key, at) => (keys.indexOf(key) === at ? [{ id, key }] : [])),
  );
  const rows = new CopyRows(3);
  for (const at of nearlySorted(bands.map(({ key }) => key))) {
    const { id, key } = bands[at]!;
    rows.row().uuid(projectId).bigint(key).uuid(id);
  }
  await bulk.copy(`"ArticleBand" ("projectId", key, "articleId")`, rows);
}

/**
 * Places of the keys in the order of the index, whose pages are then written one after the other. By
 * their upper halves alone, since comparing whole ones takes far longer. At most two million keys:
 * half a key and its place share the 53 bits of a number.
 */
function* nearlySorted(keys: readonly bigint[]): Generator<number> {
  const { length } = keys;
  const places = Float64Array.from(keys, (key, at) => Number(key >> 32n) * length + at).sort();
  for (const place of places) yield ((place % length) + length) % length;
}

export type Neighbour = { articleId: string; nShared: number };

/**
 * For each text, by its keys, the articles that share some, and how many they share. One index scan
 * a key.
 */
export async function findNeighbours(
  bulk: Bulk,
  projectId: string,
  keysOf: readonly (readonly bigint[])[],
): Promise<Neighbour[][]> {
  const numbers = keysOf.flatMap((keys, number) => keys.map(() => number));
  const rows = await bulk.query<Neighbour & { number: number }>(
    `SELECT made.number, band."articleId", count(*)::int AS "nShared"
     FROM unnest($2::int[], $3::bigint[]) AS made(number, key)
     CROSS JOIN LATERAL (
       SELECT "articleId" FROM "ArticleBand"
       WHERE "projectId" = $1::uuid AND key = made.key LIMIT ${mostPerKey}
     ) AS band
     GROUP BY made.number, band."articleId"`,
    // As literals: the driver would ask of each of thousands of numbers whether it needs quotes.
    [projectId, `{${numbers.join(",")}}`, `{${keysOf.flat().join(",")}}`],
  );
  const found = keysOf.map((): Neighbour[] => []);
  for (const { number, ...neighbour } of rows) found[number]?.push(neighbour);
  return found;
}

export type NewNearDuplicate = { articleId: string; otherId: string; resemblance: number };

export async function insertNearDuplicates(
  bulk: Bulk,
  projectId: string,
  pairs: readonly NewNearDuplicate[],
): Promise<void> {
  if (pairs.length === 0) return;
  await bulk.query(
    `INSERT INTO "NearDuplicate" ("projectId", "articleId", "otherId", resemblance)
     SELECT $1::uuid, * FROM unnest($2::uuid[], $3::uuid[], $4::float8[]) ON CONFLICT DO NOTHING`,
    [
      ...[projectId, pairs.map(({ articleId }) => articleId)],
      ...[pairs.map(({ otherId }) => otherId), pairs.map(({ resemblance }) => resemblance)],
    ],
  );
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
