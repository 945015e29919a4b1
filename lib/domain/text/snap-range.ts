import type { TextRange } from "../spans/span";
import { snapToGraphemes } from "./graphemes";
import { trimRange } from "./trim-range";
import { paragraphRangeAt, sentenceRangeAt, wordRangeAt } from "./words";

export const snappings = ["character", "word", "sentence", "paragraph"] as const;
/** What a selection widens to. */
export type Snapping = (typeof snappings)[number];

/**
 * What a raw selection (UTF-16) means: trimmed, widened to whole words, sentences or paragraphs,
 * of the language, never splitting a grapheme cluster. Null if nothing but white space and marks is selected.
 */
export function snapRange(
  text: string,
  raw: TextRange,
  snapping: Snapping,
  language = "und",
): TextRange | null {
  const trimmed = trimRange(text, snapToGraphemes(text, raw));
  if (!trimmed) return null;
  const first = unitRangeAt(text, trimmed.start, snapping, language);
  const last = unitRangeAt(text, trimmed.end - 1, snapping, language);
  return trimRange(
    text,
    snapToGraphemes(text, {
      start: Math.min(trimmed.start, first?.start ?? trimmed.start),
      end: Math.max(trimmed.end, last?.end ?? trimmed.end),
    }),
  );
}

/** The unit around a UTF-16 offset; null where none is, and for characters. */
export function unitRangeAt(
  text: string,
  utf16: number,
  snapping: Snapping,
  language: string,
): TextRange | null {
  switch (snapping) {
    case "character":
      return null;
    case "word":
      return wordRangeAt(text, utf16, language);
    case "sentence":
      return sentenceRangeAt(text, utf16, language);
    case "paragraph":
      return paragraphRangeAt(text, utf16);
  }
}
