import type { TextRange } from "../spans/span";
import { snapToGraphemes } from "./graphemes";

/**
 * Every place of `phrase` in `text`, in UTF-16 offsets, not overlapping, case and all.
 * A place that would cut a grapheme cluster is none. Linear in the text.
 */
export function findPhrase(text: string, phrase: string): TextRange[] {
  const found: TextRange[] = [];
  if (phrase === "") return found;
  let at = text.indexOf(phrase);
  while (at >= 0) {
    const range = { start: at, end: at + phrase.length };
    const whole = snapToGraphemes(text, range);
    if (whole.start === range.start && whole.end === range.end) found.push(range);
    at = text.indexOf(phrase, range.end);
  }
  return found;
}
