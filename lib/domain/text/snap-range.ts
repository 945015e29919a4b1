import type { TextRange } from "../spans/span";
import { snapToGraphemes } from "./graphemes";
import { trimRange } from "./trim-range";
import { paragraphs, sentences, wordRangeAt } from "./words";

export const snappings = ["character", "word", "sentence", "paragraph"] as const;
/** What a selection widens to. */
export type Snapping = (typeof snappings)[number];

/**
 * What a raw selection (UTF-16) means: trimmed, widened to whole words, sentences or paragraphs,
 * never splitting a grapheme cluster. Null if nothing but white space and marks is selected.
 */
export function snapRange(text: string, raw: TextRange, snapping: Snapping): TextRange | null {
  const trimmed = trimRange(text, snapToGraphemes(text, raw));
  if (!trimmed) return null;
  const first = unitAt(text, trimmed.start, snapping);
  const last = unitAt(text, trimmed.end - 1, snapping);
  return trimRange(
    text,
    snapToGraphemes(text, {
      start: Math.min(trimmed.start, first?.start ?? trimmed.start),
      end: Math.max(trimmed.end, last?.end ?? trimmed.end),
    }),
  );
}

function unitAt(text: string, utf16: number, snapping: Snapping): TextRange | null {
  if (snapping === "character") return null;
  if (snapping === "word") return wordRangeAt(text, utf16);
  const units = snapping === "sentence" ? sentences(text) : paragraphs(text);
  return units.find(({ start, end }) => start <= utf16 && utf16 < end) ?? null;
}
