import { compareSpans, type Span } from "./span";

/**
 * Spans in text order after one of them was added, changed or removed. Sorting them all again
 * would be felt with each change to a layer of thousands.
 * @param present whether the span is there after the change
 */
export function placeSpan<S extends Span>(
  ordered: readonly S[],
  span: S,
  { present }: { present: boolean },
): S[] {
  const rest = ordered.filter(({ id }) => id !== span.id);
  if (!present) return rest;
  let low = 0;
  let high = rest.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = rest[middle];
    if (other && compareSpans(other, span) < 0) low = middle + 1;
    else high = middle;
  }
  rest.splice(low, 0, span);
  return rest;
}
