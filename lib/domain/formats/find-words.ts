import { findQuote } from "../spans/find-quote";
import type { TextRange } from "../spans/span";
import { findPhrase, isPartOfWord } from "../text/find-phrase";

/**
 * Every place (UTF-16) where a text says some words: as whole words before parts of others, and
 * written in the same case before any.
 */
export function findWords(text: string, words: string): TextRange[] {
  const exact = findQuote(text, words);
  const whole = exact.filter((range) => !isPartOfWord(text, range));
  if (whole.length > 0) return whole;
  const wholeInAnyCase = findPhrase(text, words, { isWhole: true });
  if (wholeInAnyCase.length > 0) return wholeInAnyCase;
  return exact.length > 0 ? exact : findPhrase(text, words);
}
