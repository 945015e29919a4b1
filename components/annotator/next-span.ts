import { compareSpans, type Span } from "@/lib/domain/spans/span";

/**
 * The span after or before one, around the end as well; where that one isn't there any more, on from
 * where it was. Without one, the first or the last.
 * @param spans in text order
 */
export function nextSpan(
  spans: readonly Span[],
  from: Span | null,
  step: 1 | -1,
): Span | undefined {
  const nEarlier = from ? spans.filter((span) => compareSpans(span, from) < 0).length : 0;
  const isThere = from !== null && spans[nEarlier]?.id === from.id;
  const at = step > 0 && isThere ? nEarlier + 1 : step > 0 ? nEarlier : nEarlier - 1;
  return spans.at(at % Math.max(1, spans.length));
}
