import { rememberChange } from "./list-change";
import { compareSpans, type Span } from "./span";

/**
 * Spans in text order after one of them was added, changed or removed: one copy and a few
 * comparisons, since sorting them all would be felt with each change to a layer of thousands.
 * @param before the span as it lies in `ordered`; undefined if it doesn't
 * @param after the span as it is now; undefined if it is gone
 */
export function placeSpan<S extends Span>(
  ordered: readonly S[],
  before: S | undefined,
  after: S | undefined,
): S[] {
  const from = before ? placeOf(ordered, before) : null;
  const others = from === null ? ordered : ordered.toSpliced(from, 1);
  const to = after ? placeOf(others, after) : null;
  const placed = after && to !== null ? others.toSpliced(to, 0, after) : [...others];
  if (from === null || to === null || from === to) {
    const start = from ?? to ?? 0;
    rememberChange(ordered, placed, {
      ...{ start, gone: before ? [before] : [], come: after ? [after] : [] },
    });
  }
  return placed;
}

/** How many of the spans come before this one. */
function placeOf(ordered: readonly Span[], span: Span): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = ordered[middle];
    if (other && compareSpans(other, span) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
