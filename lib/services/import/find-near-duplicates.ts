import { findTextsInBulk } from "../../db/articles";
import type { Bulk } from "../../db/bulk";
import type { Neighbour } from "../../db/near-duplicates";
import { nearDuplicateFrom, resemblance, shinglesOf } from "../../domain/articles/near-duplicates";
import type { Candidate } from "./candidate";

export type Fresh = Candidate & { id: string };
export type FoundNearDuplicate = {
  article: Fresh;
  otherId: string;
  otherTitle: string;
  resemblance: number;
};

/** How many of its likeliest neighbours a text is compared with. */
const mostCompared = 4;
/** With more neighbours than this, one shared key is taken for chance. */
const crowd = 8;

/** New texts, and what there is to compare them with. */
type Compared = {
  fresh: readonly Fresh[];
  /** What shares keys with each of them in the database. */
  stored: ReadonlyMap<Fresh, readonly Neighbour[]>;
  /** Texts before them that aren't there yet. */
  unwritten?: readonly Fresh[];
};

/** Pairs of a new text and one that was there, or stands before it, that are nearly the same. */
export async function findNearDuplicates(
  bulk: Bulk,
  projectId: string,
  { fresh, stored, unwritten = [] }: Compared,
): Promise<FoundNearDuplicate[]> {
  const neighbours = neighboursAmong(fresh, unwritten);
  for (const [number, article] of fresh.entries()) {
    for (const { articleId, nShared } of stored.get(article) ?? []) {
      neighbours[number]?.set(articleId, nShared);
    }
  }
  const chosen = neighbours.map(likeliest);
  const among = new Map([...unwritten, ...fresh].map(({ id, article }) => [id, article]));
  const wanted = [...new Set(chosen.flat())].filter((id) => !among.has(id));
  const others = wanted.length === 0 ? [] : await findTextsInBulk(bulk, projectId, wanted);
  const texts = new Map<string, { title: string; body: string }>(among);
  for (const other of others) texts.set(other.id, other);
  const shingles = new Map<string, ReadonlySet<number>>();
  const read = (id: string, body: string) => {
    const known = shingles.get(id) ?? shinglesOf(body);
    shingles.set(id, known);
    return known;
  };
  return fresh.flatMap((article, number) =>
    (chosen[number] ?? []).flatMap((otherId) => {
      const other = texts.get(otherId);
      if (!other) return [];
      const value = resemblance(read(article.id, article.article.body), read(otherId, other.body));
      if (value === null || value < nearDuplicateFrom) return [];
      return [{ article, otherId, otherTitle: other.title, resemblance: value }];
    }),
  );
}

/** For each fresh text, those before it that share keys, with how many. */
function neighboursAmong(
  fresh: readonly Fresh[],
  unwritten: readonly Fresh[],
): Map<string, number>[] {
  const byKey = new Map<bigint, string[]>();
  const file = (id: string, key: bigint) => {
    const earlier = byKey.get(key);
    if (!earlier) byKey.set(key, [id]);
    else if (earlier.length < mostCompared) earlier.push(id);
  };
  for (const { id, keys } of unwritten) for (const key of keys) file(id, key);
  return fresh.map(({ id, keys }) => {
    const found = new Map<string, number>();
    for (const key of keys) {
      const earlier = byKey.get(key);
      if (earlier) for (const other of earlier) found.set(other, (found.get(other) ?? 0) + 1);
      file(id, key);
    }
    return found;
  });
}

function likeliest(neighbours: ReadonlyMap<string, number>): string[] {
  const least = neighbours.size > crowd ? 2 : 1;
  return [...neighbours]
    .filter(([, nShared]) => nShared >= least)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCompared)
    .map(([id]) => id);
}
