/**
 * The `size` ids that a fixed hash puts first: random with respect to the texts, the same at each
 * call, and all but unchanged when ids are added. In the order of that hash. Cost: O(n log n).
 * Source: FNV-1a (Fowler, Noll & Vo), 32 bits.
 */
export function stableSample(ids: readonly string[], size: number): string[] {
  return ids
    .map((id) => ({ id, hash: hashOf(id) }))
    .sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
