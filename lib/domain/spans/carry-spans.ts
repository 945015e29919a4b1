import { prefixOf, suffixOf } from "../formats/csv-cells";
import type { Explained } from "../reason";
import { CodePointIndex } from "../text/code-points";
import { foundByQuote, reAnchor } from "./re-anchor";
import type { SegmentName, Span, TextRange } from "./span";

/** What became of a span of an older version of a text. A range is one of the new text. */
export type CarriedSpan<S> = { span: S; quote: string } & (
  | (TextRange & { result: "kept"; why: null })
  | (TextRange & { result: "moved" | "uncertain"; why: Explained })
  | { result: "lost"; why: Explained }
);

type Texts = Readonly<Record<SegmentName, string>>;
type Surroundings = { prefix: string; suffix: string };

/** How much of what stands beside a span must still stand there on one side, in code points. */
const nearby = 8;

/**
 * Finds the spans of an older version in a newer one by what they say and what stands around them.
 * A span whose words have gone is lost. It is uncertain where its words stand several times and
 * nothing tells which is meant, or where they stand among other words than before.
 */
export function carrySpans<S extends Omit<Span, "revision">>(
  older: Texts,
  newer: Texts,
  spans: readonly S[],
): CarriedSpan<S>[] {
  const before = { title: new CodePointIndex(older.title), body: new CodePointIndex(older.body) };
  const after = { title: new CodePointIndex(newer.title), body: new CodePointIndex(newer.body) };
  return spans.map((span) => {
    const around = surroundingsOf(before[span.segment], span);
    return carry(after[span.segment], span, around);
  });
}

function carry<S extends Omit<Span, "revision">>(
  index: CodePointIndex,
  span: S,
  around: Surroundings,
): CarriedSpan<S> {
  const { start, end, quote } = span;
  const place = { start, end };
  const isThere = end <= index.length && index.slice(start, end) === quote;
  if (isThere && isAmongSameWords(index, place, around)) {
    return { ...place, span, quote, result: "kept", why: null };
  }
  // Without its place first: the same words may stand there by chance, and belong to another.
  const found = reAnchor(index, { place: null, quote, ...around });
  if (found.result !== "lost") {
    const { start, end, quote } = found;
    return isAmongSameWords(index, found, around)
      ? { start, end, quote, span, result: "moved", why: foundByQuote }
      : { start, end, quote, span, result: "uncertain", why: amongOtherWords };
  }
  const nearest = reAnchor(index, { place, quote, ...around });
  if (nearest.result === "lost") return { span, quote, result: "lost", why: found.why };
  const message = "The text says this several times; the nearest was taken.";
  return {
    ...{ start: nearest.start, end: nearest.end, quote: nearest.quote, span },
    ...{ result: "uncertain", why: { message, reason: "span_nearest_taken" } },
  };
}

const amongOtherWords: Explained = {
  message: "Its words stand among other words than before.",
  reason: "span_among_other_words",
};

function surroundingsOf(index: CodePointIndex, { start, end }: TextRange): Surroundings {
  return { prefix: prefixOf(index, start), suffix: suffixOf(index, end) };
}

function isAmongSameWords(index: CodePointIndex, range: TextRange, old: Surroundings): boolean {
  const now = surroundingsOf(index, range);
  const first = (text: string) => [...text].slice(0, nearby).join("");
  const last = (text: string) => [...text].slice(-nearby).join("");
  return first(now.suffix) === first(old.suffix) || last(now.prefix) === last(old.prefix);
}
