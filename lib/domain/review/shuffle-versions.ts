/**
 * The same people in an order that the seed alone decides: equal for every reviewer and at every
 * visit, but unrelated to names, so that nobody's version always comes first.
 */
export function shuffleVersions(ids: readonly string[], seed: string): string[] {
  return ids
    .map((id) => ({ id, at: hash(`${seed} ${id}`) }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** FNV-1a with a last mixing step, for neighbours differ in their last characters only. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
