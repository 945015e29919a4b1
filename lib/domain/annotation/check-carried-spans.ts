import type { LayerHint } from "./check-layer";

/** What became of a span in a newer version of its article, where that isn't plain. */
export type DoubtfulSpan = {
  result: "uncertain" | "lost";
  tagId: string;
  quote: string;
  fromSpanId: string;
  spanId: string | null;
};

/**
 * Hints about spans taken over from an older version of the article. One about an uncertain span
 * stands while the span marks what it was given; the annotator who moves or removes it has looked.
 */
export function checkCarriedSpans(
  doubtful: readonly DoubtfulSpan[],
  spans: readonly { id: string; quote: string }[],
): LayerHint[] {
  const quotes = new Map(spans.map(({ id, quote }) => [id, quote]));
  return doubtful.flatMap(({ result, tagId: tag, quote, fromSpanId, spanId }): LayerHint[] => {
    const hint = { id: `carried ${fromSpanId}`, rule: null, place: null };
    if (result === "lost") {
      return [{ ...hint, cause: { kind: "carried_lost", quote, tag }, spanId: null }];
    }
    if (spanId === null || quotes.get(spanId) !== quote) return [];
    return [{ ...hint, cause: { kind: "carried_uncertain", quote, tag }, spanId }];
  });
}
