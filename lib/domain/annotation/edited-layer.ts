import type { Layer, LayerSpan } from "./layer";

/** More edits than this are worth a copy of the whole, so that reading stays one look-up. */
const mostEdits = 64;

/**
 * A layer with a few spans put in over another, which stays as it was: a copy of a layer of
 * thousands would be felt with each stroke.
 */
class EditedLayer implements Layer {
  constructor(
    readonly base: Layer,
    readonly edits: Layer,
    readonly size: number,
  ) {}

  get(id: string): LayerSpan | undefined {
    return this.edits.get(id) ?? this.base.get(id);
  }

  has(id: string): boolean {
    return this.edits.has(id) || this.base.has(id);
  }

  *entries(): MapIterator<[string, LayerSpan]> {
    for (const [id, span] of this.base) yield [id, this.edits.get(id) ?? span];
    for (const entry of this.edits) if (!this.base.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id;
  }

  *values(): MapIterator<LayerSpan> {
    for (const [, span] of this.entries()) yield span;
  }

  [Symbol.iterator](): MapIterator<[string, LayerSpan]> {
    return this.entries();
  }

  forEach(visit: (span: LayerSpan, id: string, layer: Layer) => void): void {
    this.base.forEach((span, id) => visit(this.edits.get(id) ?? span, id, this));
    this.edits.forEach((span, id) => !this.base.has(id) && visit(span, id, this));
  }
}

/** By layer; a layer never changes once it is made. */
const byTag = new WeakMap<Layer, ReadonlyMap<string, readonly LayerSpan[]>>();

/**
 * The spans of one tag, removed ones too, in no order. Linear in the layer the first time, in those
 * spans and a few edits after that: each stroke asks.
 */
export function spansOfTag(layer: Layer, tagId: string): readonly LayerSpan[] {
  if (!(layer instanceof EditedLayer)) return groupsOf(layer).get(tagId) ?? [];
  const { base, edits } = layer;
  const untouched = (groupsOf(base).get(tagId) ?? []).filter(({ id }) => !edits.has(id));
  return [...untouched, ...[...edits.values()].filter((span) => span.tagId === tagId)];
}

function groupsOf(layer: Layer): ReadonlyMap<string, readonly LayerSpan[]> {
  const known = byTag.get(layer);
  if (known) return known;
  const groups = new Map<string, LayerSpan[]>();
  layer.forEach((span) => {
    const group = groups.get(span.tagId);
    if (group) group.push(span);
    else groups.set(span.tagId, [span]);
  });
  byTag.set(layer, groups);
  return groups;
}

/** `layer` with this span in it, in the place of one with the same id. Amortised O(S / 64 + 64). */
export function withSpan(layer: Layer, span: LayerSpan): Layer {
  if (!(layer instanceof EditedLayer)) {
    if (layer.size <= mostEdits) return new Map(layer).set(span.id, span);
    return new EditedLayer(layer, new Map([[span.id, span]]), sizeWith(layer, span));
  }
  if (layer.edits.size >= mostEdits) return withSpan(new Map(layer), span);
  const edits = new Map(layer.edits).set(span.id, span);
  return new EditedLayer(layer.base, edits, sizeWith(layer, span));
}

function sizeWith(layer: Layer, { id }: LayerSpan): number {
  return layer.size + (layer.has(id) ? 0 : 1);
}
