import { CodePointIndex } from "../text/code-points";
import type { Anchor } from "../spans/re-anchor";
import type { TextRange } from "../spans/span";
import { withLineFeeds } from "../text/line-ends";
import type { ImportedLayer, ImportedSpan, OffsetUnit } from "./imported-layer";
import { prefixOf, suffixOf } from "./csv-cells";

/** How many spans decide what the offsets of a file count. */
const sample = 200;

/** A place in code points, whatever it was counted in; null if it is none of this text. */
export function toCodePoints(
  index: CodePointIndex,
  place: TextRange | null,
  unit: OffsetUnit,
): TextRange | null {
  if (!place || unit === "codepoint") return place;
  try {
    return { start: index.toCodePoint(place.start), end: index.toCodePoint(place.end) };
  } catch {
    return null;
  }
}

/** How many spans say at their place what their quote says. */
export function countFitting(
  index: CodePointIndex,
  spans: readonly ImportedSpan[],
  unit: OffsetUnit,
): number {
  return spans.slice(0, sample).filter(({ place, quote }) => {
    const range = toCodePoints(index, place, unit);
    return range && quote !== null && sliceOf(index, range) === oneLine(quote);
  }).length;
}

/** The unit that makes most quotes fit; the layer's own unless another fits better. */
export function likeliestUnit(index: CodePointIndex, { unit, spans }: ImportedLayer): OffsetUnit {
  const other = unit === "codepoint" ? "utf16" : "codepoint";
  return countFitting(index, spans, other) > countFitting(index, spans, unit) ? other : unit;
}

/** Anchors from the text that a file carries: what it says at each place, and around it. */
export function anchorsFromText(text: string, layer: ImportedLayer): Anchor[] {
  const index = new CodePointIndex(text);
  const unit = likeliestUnit(index, layer);
  return layer.spans.map((span) => {
    const place = toCodePoints(index, span.place, unit);
    const slice = place && sliceOf(index, place);
    const quote = span.quote === null ? null : withLineFeeds(span.quote);
    if (!place || slice === null || (quote !== null && slice !== oneLine(quote))) {
      return { place, quote, prefix: span.prefix, suffix: span.suffix };
    }
    return {
      place,
      quote: withLineFeeds(index.slice(place.start, place.end)),
      prefix: span.prefix || withLineFeeds(prefixOf(index, place.start)),
      suffix: span.suffix || withLineFeeds(suffixOf(index, place.end)),
    };
  });
}

/** The slice on one line, as quotes are compared; null outside the text. */
function sliceOf(index: CodePointIndex, { start, end }: TextRange): string | null {
  const isInside = Number.isInteger(start) && Number.isInteger(end) && start >= 0;
  if (!isInside || start >= end || end > index.length) return null;
  return oneLine(index.slice(start, end));
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0085]/g, " ");
}
