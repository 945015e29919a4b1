import { prefixOf, suffixOf } from "../formats/csv-cells";
import type { CodePointIndex } from "../text/code-points";
import type { TextOutline } from "../text/words";
import type { TextRange } from "./span";

/** A segment's text, ready for looking up places in it. */
export type ReadText = { index: CodePointIndex; outline: TextOutline };

/** Where a span is, in every way that files tell it. Follows from the text and the range alone. */
export type SpanPlace = {
  startUtf16: number;
  endUtf16: number;
  /** Up to 32 code points before and after. */
  prefix: string;
  suffix: string;
  /** 1-based, of the segment: where the span starts. */
  paragraph: number;
  sentence: number;
};

/** Cost: O(log n) once the text is read. @throws {RangeError} outside the text */
export function placeOf({ index, outline }: ReadText, { start, end }: TextRange): SpanPlace {
  const startUtf16 = index.toUtf16(start);
  return {
    startUtf16,
    endUtf16: index.toUtf16(end),
    prefix: prefixOf(index, start),
    suffix: suffixOf(index, end),
    paragraph: outline.paragraphNumberAt(startUtf16),
    sentence: outline.sentenceNumberAt(startUtf16),
  };
}
