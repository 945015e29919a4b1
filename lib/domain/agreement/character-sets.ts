import { type CharacterArticle, forEachEdge } from "./character-edges";
import type { Coincidences } from "./coincidences";

/**
 * Coincidences over characters whose value is the set of categories an annotator gave them, for
 * alpha with a set distance. The empty set is "nothing marked". Takes all articles at once, since
 * which sets occur is known only then; those submitted by fewer than two annotators drop out.
 *
 * Cost: O(s log s + s · m²) for s spans of m annotators, and k² cells for k distinct sets.
 */
export function characterSetCoincidences(
  articles: readonly CharacterArticle[],
  categoryCount: number,
): Coincidences<readonly number[]> {
  const index = new Map<string, number>();
  const values: (readonly number[])[] = [];
  const pairs = new Map<number, Map<number, number>>();
  const indexOf = (open: ReadonlyMap<number, number>) => {
    const set = [...open.keys()].sort((a, b) => a - b);
    const key = set.join();
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, values.length);
    values.push(set);
    return values.length - 1;
  };
  for (const article of articles) {
    const m = article.layers.length;
    if (m < 2) continue;
    const open = article.layers.map(() => new Map<number, number>());
    const valueOf = open.map(indexOf);
    let at = 0;
    const settle = (position: number) => {
      if (position === at) return;
      const weight = (position - at) / (m - 1);
      at = position;
      for (let a = 0; a < m; a += 1) {
        const row = pairs.get(valueOf[a]!) ?? new Map<number, number>();
        pairs.set(valueOf[a]!, row);
        for (let b = 0; b < m; b += 1) {
          if (a !== b) row.set(valueOf[b]!, (row.get(valueOf[b]!) ?? 0) + weight);
        }
      }
    };
    forEachEdge(article, categoryCount, (position, layer, category, delta) => {
      settle(position);
      const count = (open[layer]!.get(category) ?? 0) + delta;
      if (count === 0) open[layer]!.delete(category);
      else open[layer]!.set(category, count);
      valueOf[layer] = indexOf(open[layer]!);
    });
    settle(article.lengthCodePoints);
  }
  const k = values.length;
  const counts = new Float64Array(k * k);
  for (const [a, row] of pairs) for (const [b, weight] of row) counts[a * k + b] = weight;
  return { values, counts };
}
