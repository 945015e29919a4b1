import type { Explained } from "../reason";
import { withLineFeeds } from "./line-ends";
import { findIllFormed, type IllFormed } from "./well-formed";

/** Something wrong in a file, with its place (from 1, columns in code points) and a remedy. */
export type TextProblem = { line: number; column?: number } & Explained;

/**
 * The text of a file in UTF-8, without a byte order mark, or what keeps it from being text:
 * another encoding, a NUL, a lone surrogate. Line ends become LF unless `keepLineEnds`, for
 * offsets that count the file as it is.
 */
export function decodeUtf8(
  bytes: Uint8Array,
  { keepLineEnds = false } = {},
): { text: string } | { problem: TextProblem } {
  const other = otherEncoding(bytes);
  if (other) {
    const message = `This is ${other}, not UTF-8. Save the file as UTF-8 and import it again.`;
    const because = { reason: "other_encoding", facts: { encoding: other } } as const;
    return { problem: { line: 1, column: 1, message, ...because } };
  }
  const decoded = decode(bytes);
  if (typeof decoded !== "string") {
    const message = "This isn't UTF-8. Save the file as UTF-8 and import it again.";
    return { problem: { ...decoded, message, reason: "not_utf8" } };
  }
  const text = keepLineEnds ? decoded : withLineFeeds(decoded);
  const illFormed = findIllFormed(text);
  if (!illFormed) return { text };
  return { problem: explainIllFormed(illFormed) };
}

export function explainIllFormed({ line, column, what }: IllFormed): TextProblem {
  const message = `There is a ${what} character here. Remove it and import the file again.`;
  return { line, column, message, reason: "broken_character_here", facts: { what } };
}

/** What the first bytes say, where they can't be UTF-8 text. */
function otherEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return "UTF-16";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32";
  return null;
}

/** The text, or where the first byte that isn't UTF-8 stands. */
function decode(bytes: Uint8Array): string | { line: number; column: number } {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return placeOfBadByte(bytes);
  }
}

function placeOfBadByte(bytes: Uint8Array): { line: number; column: number } {
  // Decoding in steps only finds the place; the longest valid beginning ends right before it.
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8Beginning(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  const before = withLineFeeds(new TextDecoder().decode(bytes.subarray(0, low)));
  const lines = before.replace(/\uFFFD$/, "").split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

function isUtf8Beginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
