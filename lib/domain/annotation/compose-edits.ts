import type { Span, TextRange } from "../spans/span";
import type { CodePointIndex } from "../text/code-points";
import { trimRange } from "../text/trim-range";
import type { Operation } from "./operation";

/** An operation that has no id yet. */
export type NewOperation = Operation extends infer One
  ? One extends Operation
    ? Omit<One, "id">
    : never
  : never;

function trimmed(index: CodePointIndex, { start, end }: TextRange) {
  const range = trimRange(index.text, { start: index.toUtf16(start), end: index.toUtf16(end) });
  return (
    range && {
      start: index.toCodePoint(range.start),
      end: index.toCodePoint(range.end),
      quote: index.text.slice(range.start, range.end),
    }
  );
}

/**
 * Cuts a span in two at a code point; the second part keeps tag and attributes under `newId`.
 * Null when one part would hold nothing but white space and marks.
 */
export function splitSpan(
  index: CodePointIndex,
  span: Span,
  at: number,
  newId: string,
): NewOperation[] | null {
  if (at <= span.start || at >= span.end) return null;
  const head = trimmed(index, { start: span.start, end: at });
  const tail = trimmed(index, { start: at, end: span.end });
  if (!head || !tail) return null;
  const { segment, tagId, attributes } = span;
  return [
    { kind: "resize", spanId: span.id, baseRevision: span.revision, ...head },
    { kind: "add", baseRevision: 0, span: { id: newId, segment, tagId, attributes, ...tail } },
  ];
}

/** Stretches `span` over `other`, which goes: its attributes are the first one's. Same segment only. */
export function mergeSpans(index: CodePointIndex, span: Span, other: Span): NewOperation[] | null {
  if (span.segment !== other.segment) return null;
  const start = Math.min(span.start, other.start);
  const end = Math.max(span.end, other.end);
  return [
    { kind: "remove", spanId: other.id, baseRevision: other.revision },
    {
      kind: "resize",
      spanId: span.id,
      baseRevision: span.revision,
      start,
      end,
      quote: index.slice(start, end),
    },
  ];
}
