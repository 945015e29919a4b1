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
  const placed = ordered.slice();
  if (before) placed.splice(placeOf(placed, before), 1);
  if (after) placed.splice(placeOf(placed, after), 0, after);
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
