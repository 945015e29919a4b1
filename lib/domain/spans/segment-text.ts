import type { TextRange } from "./span";

/** A stretch of text over which the set of covering spans does not change. */
export type Piece<S> = TextRange & { spans: readonly S[] };

/**
 * Cuts [0, length) at every span boundary, so that overlapping spans can be drawn without nesting.
 *
 * Pieces are in order, never empty, and cover the text; `spans` lists the covering ones, earliest
 * start and longest first. A sweep: O(S log S) plus the size of the result.
 * @throws {RangeError} if a span is empty or reaches outside
 */
export function segmentText<S extends TextRange>(length: number, spans: readonly S[]): Piece<S>[] {
  const cuts = new Set([0, length]);
  for (const { start, end } of spans) {
    if (start < 0 || start >= end || end > length) {
      throw new RangeError(`span [${start}, ${end}) does not fit a text of length ${length}`);
    }
    cuts.add(start).add(end);
  }
  const boundaries = [...cuts].sort((a, b) => a - b);
  const waiting = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece<S>[] = [];
  let covering: S[] = [];
  let next = 0;
  for (const [at, end] of boundaries.slice(1).entries()) {
    const start = boundaries[at] ?? 0;
    covering = covering.filter((span) => span.end > start);
    for (let span = waiting[next]; span && span.start <= start; span = waiting[++next]) {
      covering.push(span);
    }
    pieces.push({ start, end, spans: [...covering] });
  }
  return pieces;
}
