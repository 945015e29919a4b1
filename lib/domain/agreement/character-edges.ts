/** What the annotators who submitted one segment marked on it, in code points. */
export type CharacterArticle = {
  lengthCodePoints: number;
  /** One layer per annotator; without spans it says "nothing here" about every character. */
  layers: readonly { annotatorId: string; spans: readonly CategorySpan[] }[];
};

/** Half-open range [start, end) with a category from 0 to `categoryCount − 1`. */
export type CategorySpan = { start: number; end: number; categoryIndex: number };

/** A layer's span of a category begins (+1) or ends (−1) before the character at `position`. */
export type EdgeVisitor = (
  position: number,
  layer: number,
  category: number,
  delta: 1 | -1,
) => void;

/**
 * Visits the edges of all spans of an article in text order; at one position ends come before
 * beginnings only within a layer's category. What lies outside the text is cut off, and spans
 * without length are left out.
 * Cost: O(s log s).
 * @throws {RangeError} for a category outside 0 to `categoryCount − 1`.
 */
export function forEachEdge(
  { lengthCodePoints, layers }: CharacterArticle,
  categoryCount: number,
  visit: EdgeVisitor,
): void {
  let room = 0;
  for (const { spans } of layers) room += 2 * spans.length;
  // An edge is one number that sorts by position, so that native sorting needs no comparisons.
  const kinds = layers.length * categoryCount * 2;
  const keys = new Float64Array(room);
  let count = 0;
  for (let layer = 0; layer < layers.length; layer += 1) {
    for (const { start, end, categoryIndex } of layers[layer]!.spans) {
      if (!(categoryIndex >= 0 && categoryIndex < categoryCount)) {
        throw new RangeError(`category ${categoryIndex} is not among ${categoryCount}`);
      }
      const from = Math.max(0, start);
      const to = Math.min(lengthCodePoints, end);
      if (from >= to) continue;
      const kind = (layer * categoryCount + categoryIndex) * 2;
      keys[count] = from * kinds + kind + 1;
      keys[count + 1] = to * kinds + kind;
      count += 2;
    }
  }
  const sorted = sortShort(keys.subarray(0, count));
  for (let i = 0; i < count; i += 1) {
    const key = sorted[i]!;
    const position = Math.floor(key / kinds);
    const kind = key - position * kinds;
    const slot = kind >> 1;
    const layer = Math.floor(slot / categoryCount);
    visit(position, layer, slot - layer * categoryCount, kind & 1 ? 1 : -1);
  }
}

/** In place. Native sorting of typed arrays starts slowly, and most articles have few spans. */
function sortShort(keys: Float64Array): Float64Array {
  if (keys.length > 100) return keys.sort();
  for (let i = 1; i < keys.length; i += 1) {
    const key = keys[i]!;
    let at = i;
    while (at > 0 && keys[at - 1]! > key) {
      keys[at] = keys[at - 1]!;
      at -= 1;
    }
    keys[at] = key;
  }
  return keys;
}
