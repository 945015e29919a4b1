import { findQuote } from "../spans/find-quote";
import type { TextRange } from "../spans/span";

const letter = /[\p{L}\p{N}]/u;

/**
 * Every place (UTF-16) where a text says some words: as whole words before parts of others, and
 * written in the same case before any.
 */
export function findWords(text: string, words: string): TextRange[] {
  const exact = findQuote(text, words);
  const whole = exact.filter((range) => isWhole(text, range));
  if (whole.length > 0) return whole;
  const [folded, sought] = [text.toLowerCase(), words.toLowerCase()];
  // A letter may be longer in lower case, and then places aren't those of the text.
  const inAnyCase = folded.length === text.length ? findQuote(folded, sought) : [];
  const wholeInAnyCase = inAnyCase.filter((range) => isWhole(text, range));
  if (wholeInAnyCase.length > 0) return wholeInAnyCase;
  return exact.length > 0 ? exact : inAnyCase;
}

function isWhole(text: string, { start, end }: TextRange): boolean {
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? "";
  const after = String.fromCodePoint(text.codePointAt(end) ?? 0x20);
  return !letter.test(before) && !letter.test(after);
}
