import type { Problem } from "../problem";
import type { CodePointIndex } from "../text/code-points";
import { isGraphemeBoundary } from "../text/graphemes";
import { trimRange } from "../text/trim-range";
import type { TextRange } from "./span";

export type SpanProblem = Problem<
  "out_of_range" | "empty" | "quote_mismatch" | "splits_grapheme" | "untrimmed_edges"
>;

/**
 * Why a range with its quote is no span of the text, or null. Offsets in code points; the text is
 * sliced again here, so a client that counts in another unit is found out.
 */
export function checkSpan(
  index: CodePointIndex,
  { start, end, quote }: TextRange & { quote: string },
): SpanProblem | null {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > index.length) {
    const { length } = index;
    const detail = `The text has ${length} code points; [${start}, ${end}) isn't inside it.`;
    return { code: "out_of_range", detail, facts: { length, start, end } };
  }
  if (start >= end) return { code: "empty", detail: "Mark at least one character.", facts: {} };
  const range = { start: index.toUtf16(start), end: index.toUtf16(end) };
  const actual = index.text.slice(range.start, range.end);
  if (actual !== quote) {
    const shown = actual.length > 80 ? `${actual.slice(0, 80)}…` : actual;
    const detail = `The text says “${shown}” there. Offsets count Unicode code points.`;
    return { code: "quote_mismatch", detail, facts: { shown } };
  }
  if (!isGraphemeBoundary(index.text, range.start) || !isGraphemeBoundary(index.text, range.end)) {
    const detail = "An edge cuts through a character as readers see it. Move it to either side.";
    return { code: "splits_grapheme", detail, facts: {} };
  }
  const trimmed = trimRange(index.text, range);
  if (trimmed?.start !== range.start || trimmed.end !== range.end) {
    const detail = "Leave out white space and . , : ; at the edges.";
    return { code: "untrimmed_edges", detail, facts: {} };
  }
  return null;
}
