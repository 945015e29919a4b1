export type Pair = { articleId: string; annotatorId: string };
export type AssignmentPlan = {
  /** New pairs only, by article id, then annotator id. */
  items: Pair[];
  /** Per annotator: how many they had, and how many are added. */
  load: Map<string, { before: number; added: number }>;
  /** Articles for which too few annotators were named. */
  shortages: { articleId: string; missing: number }[];
};

/**
 * Gives each article to `perArticle` annotators, existing pairs counted in.
 *
 * Nobody gets an article twice. Each article goes to those with the least to do; ties are drawn
 * from a generator seeded with `seed`, so that the same input, in any order, gives the same plan
 * and colleagues are mixed. Loads differ by at most one wherever the existing pairs allow it.
 * Cost: O(articles · annotators · log annotators).
 */
export function planAssignments(input: {
  articleIds: readonly string[];
  annotatorIds: readonly string[];
  perArticle: number;
  seed: number;
  existing: readonly Pair[];
}): AssignmentPlan {
  const articleIds = [...new Set(input.articleIds)].sort();
  const annotatorIds = [...new Set(input.annotatorIds)].sort();
  const random = mulberry32(input.seed);
  const readers = new Map<string, Set<string>>();
  for (const { articleId, annotatorId } of input.existing) {
    readers.set(articleId, (readers.get(articleId) ?? new Set()).add(annotatorId));
  }
  const load = new Map(
    annotatorIds.map((id) => [
      id,
      { before: input.existing.filter(({ annotatorId }) => annotatorId === id).length, added: 0 },
    ]),
  );

  const items: Pair[] = [];
  const shortages: AssignmentPlan["shortages"] = [];
  // Articles with few free annotators first: later they might find only busy ones.
  const freeFor = (articleId: string) =>
    annotatorIds.filter((id) => !readers.get(articleId)?.has(id));
  const ordered = [...articleIds].sort((a, b) => freeFor(a).length - freeFor(b).length);
  for (const articleId of ordered) {
    const wanted = Math.max(0, input.perArticle - (readers.get(articleId)?.size ?? 0));
    const ranked = freeFor(articleId)
      .map((id) => ({ id, total: totalOf(load.get(id)), draw: random() }))
      .sort((a, b) => a.total - b.total || a.draw - b.draw);
    for (const { id } of ranked.slice(0, wanted)) {
      items.push({ articleId, annotatorId: id });
      const counts = load.get(id);
      if (counts) counts.added += 1;
    }
    if (ranked.length < wanted) shortages.push({ articleId, missing: wanted - ranked.length });
  }
  const byId = (a: Pair, b: Pair) =>
    compare(a.articleId, b.articleId) || compare(a.annotatorId, b.annotatorId);
  shortages.sort((a, b) => compare(a.articleId, b.articleId));
  return { items: items.sort(byId), load, shortages };
}

function totalOf(counts: { before: number; added: number } | undefined): number {
  return counts ? counts.before + counts.added : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numbers in [0, 1) from a 32-bit seed: Tommy Ettinger's mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
