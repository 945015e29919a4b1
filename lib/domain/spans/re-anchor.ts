import type { Explained } from "../reason";
import type { CodePointIndex } from "../text/code-points";
import { snapToGraphemes } from "../text/graphemes";
import { trimRange } from "../text/trim-range";
import { findQuote } from "./find-quote";
import type { TextRange } from "./span";

/** Where a span of some other tool is said to stand. Places count code points of the text. */
export type Anchor = {
  /** Null when only the quote is known, or when the tool's offsets can't be converted. */
  place: TextRange | null;
  /** Null when only the place is known. */
  quote: string | null;
  /** What stands around the quote, as much as is known. */
  prefix: string;
  suffix: string;
};

/**
 * What became of a span: kept where it was, moved to the one place it can mean, set on the likeliest
 * of several places (uncertain), or lost. Offsets in code points; the range passes `checkSpan`.
 */
export type Anchored =
  | (TextRange & { result: "kept"; quote: string })
  | (TextRange & { result: "moved" | "uncertain"; quote: string; why: Explained })
  | { result: "lost"; why: Explained };

export const foundByQuote: Explained = {
  message: "Found by its quote.",
  reason: "span_found_by_quote",
};

/**
 * Finds a span's place in a text by its offsets and, where the text there says something else, by
 * its quote: the one place that says it, the one whose surroundings fit, or the nearest.
 * White space counts as equal, as some formats write a space for a line feed.
 */
export function reAnchor(index: CodePointIndex, anchor: Anchor): Anchored {
  const { place, quote } = anchor;
  const given = place && toUtf16(index, place);
  if (given && (quote === null || sameText(index.text.slice(given.start, given.end), quote))) {
    return settle(index, given, null, false);
  }
  if (quote === null || quote.trim() === "") {
    const message = "The place is outside the text, and there is no quote to look for.";
    return lost({ message, reason: "span_without_place_or_quote" });
  }
  const found = findQuote(index.text, quote);
  const [only] = found;
  if (!only) {
    return lost({ message: "The article's text doesn't say this.", reason: "span_not_in_text" });
  }
  if (found.length === 1) return settle(index, only, foundByQuote, false);

  const scores = found.map((range) => contextScore(index.text, range, anchor));
  const best = Math.max(...scores);
  const likeliest = found.filter((_, at) => scores[at] === best);
  const [first] = likeliest;
  if (first && likeliest.length === 1 && best > 0) {
    const message = "Found by its quote and what stands around it.";
    return settle(index, first, { message, reason: "span_found_by_surroundings" }, false);
  }
  const facts = { count: found.length };
  if (!place) {
    const message = `The text says this ${facts.count} times; nothing tells which is meant.`;
    return lost({ message, reason: "span_one_of_several", facts });
  }
  const wanted = index.toUtf16(Math.min(Math.max(place.start, 0), index.length));
  const nearest = likeliest.reduce((a, b) =>
    Math.abs(b.start - wanted) < Math.abs(a.start - wanted) ? b : a,
  );
  const message = `The text says this ${facts.count} times; the nearest to the given place was taken.`;
  return settle(index, nearest, { message, reason: "span_nearest_of_several", facts }, true);
}

/** The range in UTF-16, or null if it isn't one of this text. */
function toUtf16(index: CodePointIndex, { start, end }: TextRange): TextRange | null {
  const isInside = Number.isInteger(start) && Number.isInteger(end) && start >= 0;
  if (!isInside || start >= end || end > index.length) return null;
  return { start: index.toUtf16(start), end: index.toUtf16(end) };
}

/** Widened to whole characters and trimmed, as a selection by hand would be. */
function settle(
  index: CodePointIndex,
  range: TextRange,
  why: Explained | null,
  isUncertain: boolean,
): Anchored {
  const kept = trimRange(index.text, snapToGraphemes(index.text, range));
  if (!kept) {
    const message = "There is nothing but white space and . , : ; at this place.";
    return lost({ message, reason: "span_of_nothing" });
  }
  const settled = {
    start: index.toCodePoint(kept.start),
    end: index.toCodePoint(kept.end),
    quote: index.text.slice(kept.start, kept.end),
  };
  const isSame = kept.start === range.start && kept.end === range.end;
  if (why === null && isSame) return { result: "kept", ...settled };
  return {
    result: isUncertain ? "uncertain" : "moved",
    ...settled,
    why: why ?? edgeMended,
  };
}

const edgeMended: Explained = {
  message: "White space, a mark or half a character was at an edge.",
  reason: "span_edge_mended",
};

function lost(why: Explained): Anchored {
  return { result: "lost", why };
}

function sameText(a: string, b: string): boolean {
  return a === b || a.replace(/\s/g, " ") === b.replace(/\s/g, " ");
}

/** How many characters in a row on both sides are what the anchor says. */
function contextScore(text: string, range: TextRange, { prefix, suffix }: Anchor): number {
  const same = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && sameText(a, b);
  let before = 0;
  while (same(text[range.start - 1 - before], prefix[prefix.length - 1 - before])) before += 1;
  let after = 0;
  while (same(text[range.end + after], suffix[after])) after += 1;
  return before + after;
}
