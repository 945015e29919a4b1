import type { TextRange } from "../spans/span";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

type Line = TextRange & { text: string; segments: Intl.Segments };
/** The line that was asked about last: the next question is mostly about the same one. */
let latest: Line = { text: "", start: 0, end: 0, segments: segmenter.segment("") };

/** The line around a UTF-16 offset with its clusters. Linear in the line, where it isn't the latest. */
function segmentsAround(text: string, utf16: number): Line {
  const isLatest = latest.text === text && latest.start < utf16 && utf16 < latest.end;
  if (!isLatest) {
    const { start, end } = lineAround(text, utf16);
    latest = { text, start, end, segments: segmenter.segment(text.slice(start, end)) };
  }
  return latest;
}

/** The line around a UTF-16 offset. A line feed is a boundary in any text, so clusters end there. */
function lineAround(text: string, utf16: number): TextRange {
  const start = text.lastIndexOf("\n", utf16 - 1) + 1;
  const feed = text.indexOf("\n", utf16);
  return { start: utf16 === 0 ? 0 : start, end: feed < 0 ? text.length : feed };
}

/** Nothing joins two ASCII characters but CR LF; most edges lie between such, and each stroke asks. */
function isBetweenAscii(text: string, utf16: number): boolean {
  const [before, after] = [text.charCodeAt(utf16 - 1), text.charCodeAt(utf16)];
  return before < 0x80 && after < 0x80 && !(before === 0x0d && after === 0x0a);
}

/** The grapheme cluster that `utf16` lies in, or null at a boundary. */
function clusterAround(text: string, utf16: number): TextRange | null {
  if (utf16 <= 0 || utf16 >= text.length) return null;
  if (isBetweenAscii(text, utf16)) return null;
  const line = segmentsAround(text, utf16);
  if (utf16 === line.start || utf16 === line.end) return null;
  const found = line.segments.containing(utf16 - line.start);
  if (!found || found.index === utf16 - line.start) return null;
  const start = line.start + found.index;
  return { start, end: start + found.segment.length };
}

/** Whether a reader sees a boundary between characters at this UTF-16 offset (UAX #29). */
export function isGraphemeBoundary(text: string, utf16: number): boolean {
  return clusterAround(text, utf16) === null;
}

/** The range (UTF-16) widened so that it splits no grapheme cluster. */
export function snapToGraphemes(text: string, { start, end }: TextRange): TextRange {
  return {
    start: clusterAround(text, start)?.start ?? start,
    end: clusterAround(text, end)?.end ?? end,
  };
}

/** The next boundary after `utf16`, or the text's end. */
export function nextGrapheme(text: string, utf16: number): number {
  if (utf16 >= text.length) return text.length;
  if (text[utf16] === "\n" || isBetweenAscii(text, utf16 + 1)) return utf16 + 1;
  const { start, end } = lineAround(text, utf16 + 1);
  const found = segmenter.segment(text.slice(start, end)).containing(utf16 - start);
  return found ? start + found.index + found.segment.length : utf16 + 1;
}

/** The last boundary before `utf16`, or 0. */
export function previousGrapheme(text: string, utf16: number): number {
  if (utf16 <= 0) return 0;
  if (text[utf16 - 1] === "\n" || isBetweenAscii(text, utf16 - 1)) return utf16 - 1;
  const { start, end } = lineAround(text, utf16);
  const found = segmenter.segment(text.slice(start, end)).containing(utf16 - 1 - start);
  return found ? start + found.index : utf16 - 1;
}
