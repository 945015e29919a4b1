import type { TextRange } from "../spans/span";
import { endsInAbbreviation } from "./abbreviations";
import { lastAtOrBefore } from "./code-points";
import { segmenterOf } from "./segmenter";

/** What exported numbers of sentences are counted with, whatever the article's language. */
const countingLanguage = "en";

/** Paragraphs in UTF-16 offsets: what stands between runs of line feeds. Never empty. */
export function paragraphs(text: string): TextRange[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Sentences in UTF-16 offsets; none crosses a paragraph. Linear. */
export function sentences(text: string): TextRange[] {
  return paragraphs(text).flatMap((paragraph) => sentencesIn(text, paragraph, countingLanguage));
}

function sentencesIn(text: string, { start, end }: TextRange, language: string): TextRange[] {
  const found: TextRange[] = [];
  for (const length of sentenceLengths(text.slice(start, end), language)) {
    const next = { start, end: start + length };
    const last = found.at(-1);
    const isOne = last && endsInAbbreviation(slice(text, last), slice(text, next));
    if (isOne) last.end = next.end;
    else found.push(next);
    start = next.end;
  }
  return found;
}

function slice(text: string, { start, end }: TextRange): string {
  return text.slice(start, end);
}

/** The paragraph around a UTF-16 offset, without its line feeds; empty between two of them. */
export function paragraphRangeAt(text: string, utf16: number): TextRange {
  const feed = text.indexOf("\n", utf16);
  return {
    start: utf16 === 0 ? 0 : text.lastIndexOf("\n", utf16 - 1) + 1,
    end: feed < 0 ? text.length : feed,
  };
}

/** The sentence around a UTF-16 offset, or null between paragraphs. Linear in the paragraph. */
export function sentenceRangeAt(text: string, utf16: number, language: string): TextRange | null {
  const found = sentencesIn(text, paragraphRangeAt(text, utf16), language);
  return found.find(({ start, end }) => start <= utf16 && utf16 < end) ?? null;
}

const window = 4096;

/**
 * The segmenter takes time that grows with the square of its input, so a long paragraph goes in
 * by windows. A sentence stands once letters follow it: what comes later can't move its end.
 */
function sentenceLengths(paragraph: string, language: string): number[] {
  const segmenter = segmenterOf(language, "sentence");
  const lengths: number[] = [];
  let from = 0;
  for (let size = window; from < paragraph.length;) {
    const found = [...segmenter.segment(paragraph.slice(from, from + size))];
    const isLast = from + size >= paragraph.length;
    const settled = isLast ? found.length : countSettled(found.map(({ segment }) => segment));
    if (settled === 0) size *= 2;
    else size = window;
    for (const { segment } of found.slice(0, settled)) {
      lengths.push(segment.length);
      from += segment.length;
    }
  }
  return lengths;
}

/** How many stand for sure when the last may go on, and be the end of the one before it. */
function countSettled(segments: readonly string[]): number {
  const withLetters = segments.findLastIndex((segment) => /\p{L}/u.test(segment));
  return Math.max(0, withLetters);
}

/** The word around a UTF-16 offset, or null where there is none. Linear in the paragraph. */
export function wordRangeAt(text: string, utf16: number, language: string): TextRange | null {
  const { start, end } = paragraphRangeAt(text, utf16);
  const words = segmenterOf(language, "word").segment(text.slice(start, end));
  const found = words.containing(utf16 - start);
  if (!found?.isWordLike) return null;
  return { start: start + found.index, end: start + found.index + found.segment.length };
}

/** The word that a caret stands in, before or right behind, in that order; UTF-16. */
export function wordAtCaret(text: string, utf16: number, language: string): TextRange | null {
  const ahead = wordRangeAt(text, utf16, language);
  return ahead ?? (utf16 > 0 ? wordRangeAt(text, utf16 - 1, language) : null);
}

/** The words of one paragraph in UTF-16 offsets; what is no word is left out. */
export function wordsIn(text: string, { start, end }: TextRange, language: string): TextRange[] {
  return [...segmenterOf(language, "word").segment(text.slice(start, end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}

/** The tokens of one sentence in UTF-16 offsets: words and marks, all but white space (UAX #29). */
export function tokensIn(text: string, { start, end }: TextRange, language: string): TextRange[] {
  return [...segmenterOf(language, "word").segment(text.slice(start, end))]
    .filter(({ segment }) => !isBlank(segment))
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}

/** White space, and the line end of old mainframes (U+0085), which JavaScript doesn't count to it. */
const blank = /[\s\u0085]/;

function isBlank(text: string): boolean {
  return trimBlankEnd(text) === "";
}

/** Without white space at the end. A pattern would take the square of a long run of it. */
export function trimBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Looks up which paragraph and sentence an offset is in. Built linearly, looked up in O(log n). */
export class TextOutline {
  private readonly paragraphStarts: number[];
  private readonly sentenceStarts: number[];

  constructor(text: string) {
    this.paragraphStarts = paragraphs(text).map(({ start }) => start);
    this.sentenceStarts = sentences(text).map(({ start }) => start);
  }

  /** 1-based; an offset between two paragraphs counts to the one before. */
  paragraphNumberAt(utf16: number): number {
    return lastAtOrBefore(this.paragraphStarts, utf16) + 1;
  }

  /** 1-based over the whole segment. */
  sentenceNumberAt(utf16: number): number {
    return lastAtOrBefore(this.sentenceStarts, utf16) + 1;
  }
}
