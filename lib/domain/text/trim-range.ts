import type { TextRange } from "../spans/span";
import { nextGrapheme, previousGrapheme } from "./graphemes";

// White space, the invisible characters that editors leave behind, and the marks of rule R3.
const trimmable = /^[\p{White_Space}\u200B\u2060\uFEFF.,:;]+$/u;

/**
 * The range (UTF-16) without white space and `. , : ;` at its edges; null if nothing is left.
 * Works on whole grapheme clusters: a full stop that carries an accent is no full stop.
 */
export function trimRange(text: string, range: TextRange): TextRange | null {
  let { start, end } = range;
  while (start < end) {
    const next = nextGrapheme(text, start);
    if (next > end || !trimmable.test(text.slice(start, next))) break;
    start = next;
  }
  while (start < end) {
    const previous = previousGrapheme(text, end);
    if (previous < start || !trimmable.test(text.slice(previous, end))) break;
    end = previous;
  }
  return start < end ? { start, end } : null;
}
