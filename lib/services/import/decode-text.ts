import { isUtf8 } from "node:buffer";

import { analyse } from "chardet";

import { type Encoding, encodings } from "../../contracts/imports";
import { decodeUtf8, explainIllFormed, type TextProblem } from "../../domain/text/decode-utf8";
import { withLineFeeds } from "../../domain/text/line-ends";
import { findIllFormed } from "../../domain/text/well-formed";

/** Whether the encoding is what the bytes say or only what they fit best. */
export type ChosenEncoding = { encoding: Encoding; isGuessed: boolean };
export type DecodedText = ChosenEncoding & { text: string };

/** What of a file a guess is made from. */
const sampleBytes = 262_144;
/** Of 100: how well the best guess must fit, and by how much better than the next. */
const enoughConfidence = 50;
const enoughLead = 15;

/**
 * The text of a file with LF line ends and without byte order mark. Its encoding is what the mark
 * says, what was asked for, UTF-8 if all of it is, what an HTML file declares, or what its bytes
 * fit by a clear lead. Refused otherwise: a wrong guess would store wrong letters. The beginning of
 * a file may end inside a character, which is left out.
 */
export function decodeText(
  bytes: Uint8Array,
  asked: Encoding | undefined,
  { isBeginning = false } = {},
): DecodedText | { problem: TextProblem } {
  const whole = isBeginning ? bytes.subarray(0, bytes.length - lengthOfBegun(bytes)) : bytes;
  const chosen = chooseEncoding(bytes, asked, isUtf8(whole));
  if ("problem" in chosen) return chosen;
  if (chosen.encoding === "utf-8") {
    const decoded = decodeUtf8(whole);
    return "problem" in decoded ? decoded : { ...chosen, text: decoded.text };
  }
  let text: string;
  try {
    text = decoderOf(chosen.encoding).decode(bytes, { stream: isBeginning });
  } catch {
    const { encoding } = chosen;
    const message = `This isn't ${encoding} throughout. Save the file as UTF-8 and import it again.`;
    const because = { reason: "not_this_encoding", facts: { encoding } } as const;
    return { problem: { line: 1, message, ...because } };
  }
  const content = withLineFeeds(text);
  const illFormed = findIllFormed(content);
  return illFormed ? { problem: explainIllFormed(illFormed) } : { ...chosen, text: content };
}

/** How many bytes at the end begin a UTF-8 character that goes on after them: 0 to 3. */
export function lengthOfBegun(bytes: Uint8Array): number {
  for (let length = 1; length <= Math.min(3, bytes.length); length++) {
    const byte = bytes[bytes.length - length] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return length < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length : 0;
  }
  return 0;
}

/** A decoder that refuses what isn't in its encoding; with `stream` it may be fed in pieces. */
export function decoderOf(encoding: Encoding): Pick<TextDecoder, "decode"> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  if (encoding !== "windows-1252") return decoder;
  return {
    // Node before 24 reads this encoding as ISO 8859-1, which has control characters there.
    decode: (bytes, options) =>
      decoder.decode(bytes, options).replace(/[\x80-\x9f]/g, (control) => {
        return windows1252[control.charCodeAt(0) - 0x80] ?? control;
      }),
  };
}

/** 0x80 to 0x9f by the WHATWG Encoding Standard. */
const windows1252 = [
  ..."\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f",
  ..."\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178",
];

/**
 * @param bytes the file, or of a large one its beginning and where it leaves ASCII
 * @param isAllUtf8 whether the whole file is UTF-8
 */
export function chooseEncoding(
  bytes: Uint8Array,
  asked: Encoding | undefined,
  isAllUtf8: boolean,
): ChosenEncoding | { problem: TextProblem } {
  const marked = markedEncoding(bytes);
  if (marked === "utf-32") {
    const message = "This is UTF-32. Save the file as UTF-8.";
    const because = { reason: "other_encoding", facts: { encoding: "UTF-32" } } as const;
    return { problem: { line: 1, column: 1, message, ...because } };
  }
  if (marked) return { encoding: marked, isGuessed: false };
  if (asked) return { encoding: asked, isGuessed: false };
  if (isAllUtf8) return { encoding: "utf-8", isGuessed: false };
  const declared = declaredInHtml(bytes);
  if (declared) return { encoding: declared, isGuessed: false };
  if (isMixed(bytes)) {
    const message =
      "Most of this is UTF-8, but not here: two encodings are mixed. Save the file as UTF-8 throughout.";
    return { problem: { ...placeOfOther(bytes), message, reason: "encodings_mixed" } };
  }
  return guess(bytes);
}

/** Where the bytes leave UTF-8. */
function placeOfOther(bytes: Uint8Array): { line: number; column?: number } {
  const decoded = decodeUtf8(bytes);
  if (!("problem" in decoded)) return { line: 1 };
  const { line, column } = decoded.problem;
  return column === undefined ? { line } : { line, column };
}

function markedEncoding([a, b, c, d]: Uint8Array): Encoding | "utf-32" | null {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "utf-32" : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32";
  return a === 0xef && b === 0xbb && c === 0xbf ? "utf-8" : null;
}

/** What a `<meta charset>` says, which is no UTF-8 here any more. */
function declaredInHtml(bytes: Uint8Array): Encoding | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  return label === undefined ? null : known(label);
}

/** The encoding of a label, if it is one of those that are read. */
function known(label: string): Encoding | null {
  try {
    const { encoding } = new TextDecoder(label);
    return encodings.find((one) => one === encoding && one !== "utf-8") ?? null;
  } catch {
    return null;
  }
}

/** Whether every fifth sequence beyond ASCII, or more, is UTF-8: by chance hardly any is. */
function isMixed(bytes: Uint8Array): boolean {
  let [nGood, nBad] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte >= 0xc2 && byte < 0xf5 && isUtf8(bytes.subarray(at, at + length))) {
      nGood += 1;
      at += length - 1;
    } else nBad += 1;
  }
  return nGood > 0 && nGood * 4 >= nBad;
}

function guess(bytes: Uint8Array): ChosenEncoding | { problem: TextProblem } {
  const sample = sampleOf(bytes);
  const found = analyse(sample).flatMap(({ name, confidence }) => {
    const encoding = known(name);
    return encoding ? [{ encoding, confidence }] : [];
  });
  const [best, ...others] = found;
  const rival = others.find(
    ({ encoding }) => best && !saysTheSame(sample, encoding, best.encoding),
  );
  const lead = (best?.confidence ?? 0) - (rival?.confidence ?? 0);
  if (best && best.confidence >= enoughConfidence && lead >= enoughLead) {
    return { encoding: best.encoding, isGuessed: true };
  }
  const names = [...new Set(found.slice(0, 3).map(({ encoding }) => encoding))].join(", ");
  const likely = names === "" ? "" : ` It might be ${names}.`;
  const message = `This isn't UTF-8, and what it is can't be told for sure.${likely} Choose the encoding, or save the file as UTF-8.`;
  const because = { reason: "encoding_unclear", facts: { likely: names || "none" } } as const;
  return { problem: { ...placeOfOther(bytes), message, ...because } };
}

/** From the first byte beyond ASCII on: what stands before it says nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 1024);
  return bytes.subarray(first, first + sampleBytes);
}

function saysTheSame(sample: Uint8Array, a: Encoding, b: Encoding): boolean {
  return new TextDecoder(a).decode(sample) === new TextDecoder(b).decode(sample);
}
