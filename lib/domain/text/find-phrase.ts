import type { TextRange } from "../spans/span";
import { snapToGraphemes } from "./graphemes";

type Asked = {
  /** Leaves out what is but part of a word. */
  isWhole?: boolean;
};

/**
 * Every place of `phrase` in `text`, in UTF-16 offsets, not overlapping, whatever its case. A place
 * that would cut a grapheme cluster is none. Linear in the text.
 */
export function findPhrase(
  text: string,
  phrase: string,
  { isWhole = false }: Asked = {},
): TextRange[] {
  if (phrase === "") return [];
  // The case of single characters alone: a place is as long as the phrase, unlike in lower case.
  const pattern = new RegExp(phrase.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  return [...text.matchAll(pattern)]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter((range) => {
      const whole = snapToGraphemes(text, range);
      const isUncut = whole.start === range.start && whole.end === range.end;
      return isUncut && !(isWhole && isPartOfWord(text, range));
    });
}

/** Whether a range begins or ends inside a word, in scripts that put spaces between words. */
export function isPartOfWord(text: string, { start, end }: TextRange): boolean {
  return isInWord(text, start) || isInWord(text, end);
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isInWord(text: string, at: number): boolean {
  const [before = ""] = /[\p{L}\p{M}\p{N}]$/u.exec(text.slice(Math.max(0, at - 2), at)) ?? [];
  const [after = ""] = /^[\p{L}\p{M}\p{N}]/u.exec(text.slice(at, at + 2)) ?? [];
  return before !== "" && after !== "" && !unspaced.test(before) && !unspaced.test(after);
}
