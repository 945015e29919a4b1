/** What the annotators who submitted one segment marked on it, in code points. */
export type CharacterArticle = {
  lengthCodePoints: number;
  /** One layer per annotator; without spans it says "nothing here" about every character. */
  layers: readonly { annotatorId: string; spans: readonly CategorySpan[] }[];
};

/** Half-open range [start, end) with a category from 0 to `categoryCount − 1`. */
export type CategorySpan = { start: number; end: number; categoryIndex: number };

/** Where spans begin (+1) and end (−1), in text order; the columns run in parallel. */
export type SpanEdges = {
  count: number;
  positions: Float64Array;
  layers: Int32Array;
  categories: Int32Array;
  deltas: Int8Array;
};

/**
 * The edges of all spans of an article. What lies outside the text is cut off, and spans without
 * length are left out. Edges at one position come in no particular order.
 * Cost: O(s log s).
 */
export function sortedEdges({ lengthCodePoints, layers }: CharacterArticle): SpanEdges {
  let room = 0;
  for (const { spans } of layers) room += 2 * spans.length;
  const keys = new Float64Array(room);
  const layerOf = new Int32Array(room);
  const categoryOf = new Int32Array(room);
  const deltaOf = new Int8Array(room);
  let count = 0;
  const add = (position: number, layer: number, category: number, delta: number) => {
    // Position and place in the columns fit one number, which sorts natively.
    keys[count] = position * room + count;
    layerOf[count] = layer;
    categoryOf[count] = category;
    deltaOf[count] = delta;
    count += 1;
  };
  layers.forEach(({ spans }, layer) => {
    for (const { start, end, categoryIndex } of spans) {
      const from = Math.max(0, start);
      const to = Math.min(lengthCodePoints, end);
      if (from >= to) continue;
      add(from, layer, categoryIndex, 1);
      add(to, layer, categoryIndex, -1);
    }
  });
  const order = keys.subarray(0, count).sort();
  const edges: SpanEdges = {
    count,
    positions: new Float64Array(count),
    layers: new Int32Array(count),
    categories: new Int32Array(count),
    deltas: new Int8Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    const position = Math.floor(order[i]! / room);
    const at = order[i]! - position * room;
    edges.positions[i] = position;
    edges.layers[i] = layerOf[at]!;
    edges.categories[i] = categoryOf[at]!;
    edges.deltas[i] = deltaOf[at]!;
  }
  return edges;
}
