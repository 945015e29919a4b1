/** Number of Unicode code points. A lone surrogate counts as one. Linear. */
export function countCodePoints(text: string): number {
  const first = text.search(highSurrogate);
  if (first < 0) return text.length;
  let count = first;
  for (let at = first; at < text.length; at += widthAt(text, at)) count += 1;
  return count;
}

/** What every code point of two units begins with; most texts have none. */
const highSurrogate = /[\uD800-\uDBFF]/;

/** The code points in [start, end). Linear; use CodePointIndex for more than one slice. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  return new CodePointIndex(text).slice(start, end);
}

function widthAt(text: string, utf16: number): 1 | 2 {
  return (text.codePointAt(utf16) ?? 0) > 0xffff ? 2 : 1;
}

const stride = 256;

/**
 * Converts between code points, which count everywhere in this product, and UTF-16 code units,
 * which JavaScript strings and the DOM count. Built in linear time; each conversion walks at most
 * 256 code points from a checkpoint.
 */
export class CodePointIndex {
  readonly length: number;
  /** UTF-16 offset of every 256th code point; null when each code point is one unit. */
  private readonly checkpoints: Uint32Array | null;

  constructor(readonly text: string) {
    this.length = countCodePoints(text);
    this.checkpoints = this.length === text.length ? null : checkpointsOf(text, this.length);
  }

  /** @throws {RangeError} outside [0, length] */
  toUtf16(codePoint: number): number {
    requireOffset(codePoint, this.length);
    if (!this.checkpoints) return codePoint;
    const block = Math.floor(codePoint / stride);
    let at = this.checkpoints[block] ?? 0;
    for (let left = codePoint - block * stride; left > 0; left--) at += widthAt(this.text, at);
    return at;
  }

  /** @throws {RangeError} outside the text, or between the two halves of one code point */
  toCodePoint(utf16: number): number {
    requireOffset(utf16, this.text.length);
    if (!this.checkpoints) return utf16;
    const block = lastAtOrBefore(this.checkpoints, utf16);
    let at = this.checkpoints[block] ?? 0;
    let codePoint = block * stride;
    while (at < utf16) {
      at += widthAt(this.text, at);
      codePoint += 1;
    }
    if (at > utf16) throw new RangeError(`UTF-16 offset ${utf16} is inside a code point`);
    return codePoint;
  }

  /** @throws {RangeError} outside the text */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}

function requireOffset(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`offset ${offset} is outside a text of length ${length}`);
  }
}

function checkpointsOf(text: string, length: number): Uint32Array {
  const checkpoints = new Uint32Array(Math.floor(length / stride) + 1);
  let codePoint = 0;
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    if (codePoint % stride === 0) checkpoints[codePoint / stride] = at;
    codePoint += 1;
  }
  if (codePoint % stride === 0) checkpoints[codePoint / stride] = text.length;
  return checkpoints;
}

/** Index of the last of the ascending `values` that is not above `limit`. */
export function lastAtOrBefore(values: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
