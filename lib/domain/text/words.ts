import type { TextRange } from "../spans/span";
import { lastAtOrBefore } from "./code-points";

const wordSegmenter = new Intl.Segmenter("en", { granularity: "word" });
const sentenceSegmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Paragraphs in UTF-16 offsets: what stands between runs of line feeds. Never empty. */
export function paragraphs(text: string): TextRange[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Sentences in UTF-16 offsets; none crosses a paragraph. Linear. */
export function sentences(text: string): TextRange[] {
  return paragraphs(text).flatMap(({ start, end }) =>
    [...sentenceSegmenter.segment(text.slice(start, end))].map(({ index, segment }) => ({
      start: start + index,
      end: start + index + segment.length,
    })),
  );
}

/** The word around a UTF-16 offset, or null where there is none. Linear in the paragraph. */
export function wordRangeAt(text: string, utf16: number): TextRange | null {
  const start = utf16 === 0 ? 0 : text.lastIndexOf("\n", utf16 - 1) + 1;
  const feed = text.indexOf("\n", utf16);
  const line = text.slice(start, feed < 0 ? text.length : feed);
  const words = wordSegmenter.segment(line);
  const found = words.containing(utf16 - start);
  if (!found?.isWordLike) return null;
  return { start: start + found.index, end: start + found.index + found.segment.length };
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
