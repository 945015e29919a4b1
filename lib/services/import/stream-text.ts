import { isAscii, isUtf8 } from "node:buffer";

import type { Encoding } from "../../contracts/imports";
import type { TextProblem } from "../../domain/text/decode-utf8";
import { withLineFeeds } from "../../domain/text/line-ends";
import { type ChosenEncoding, chooseEncoding, decoderOf, lengthOfBegun } from "./decode-text";
import { type Chunks, joined } from "./source";

const sampleBytes = 262_144;
const lineFeed = 0x0a;

/**
 * The encoding of a file that is in UTF-8 where it begins, or says what it is in; null for others. What
 * comes later may prove it wrong.
 */
export function encodingOfBeginning(
  first: Uint8Array,
  asked: Encoding | undefined,
): ChosenEncoding | null {
  const whole = first.subarray(0, first.length - lengthOfBegun(first));
  const chosen = chooseEncoding(first, asked, isUtf8(whole));
  return "problem" in chosen || chosen.isGuessed ? null : chosen;
}

/** The encoding of a file of any size. Reads it once, keeping what a guess needs. */
export async function findEncoding(
  chunks: Chunks,
  asked: Encoding | undefined,
): Promise<ChosenEncoding | { problem: TextProblem }> {
  const sample: Uint8Array[] = [];
  let nSampled = 0;
  let nLines = 0;
  let badLine: number | null = null;
  let begun: Uint8Array = new Uint8Array();
  for await (const chunk of chunks()) {
    const isPlain = isAscii(chunk);
    if (nSampled === 0 || (!isPlain && nSampled < sampleBytes)) {
      const piece = chunk.subarray(0, sampleBytes);
      sample.push(piece);
      nSampled += piece.length;
    }
    if (badLine !== null) continue;
    if (!isPlain || begun.length > 0) {
      const bytes = begun.length > 0 ? joined([begun, chunk]) : chunk;
      const whole = bytes.length - lengthOfBegun(bytes);
      begun = bytes.slice(whole);
      if (!isUtf8(bytes.subarray(0, whole))) badLine = nLines + 1;
    }
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1))
      nLines += 1;
  }
  if (badLine === null && begun.length > 0) badLine = nLines + 1;
  const chosen = chooseEncoding(joined(sample), asked, badLine === null);
  if (!("problem" in chosen) || badLine === null) return chosen;
  return { problem: { ...chosen.problem, line: Math.max(badLine, chosen.problem.line) } };
}

/**
 * The text piece by piece, without byte order mark and with LF line ends.
 * @throws {TypeError} where the bytes aren't in the encoding
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void> {
  const decoder = decoderOf(encoding);
  let rest = "";
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    // A CR at the end may be half of a CRLF.
    rest = text.endsWith("\r") ? "\r" : "";
    yield withLineFeeds(text.slice(0, text.length - rest.length));
  }
  yield withLineFeeds(rest + decoder.decode(new Uint8Array()));
}

/** Lines with their numbers from 1; null for one that is longer than `longest`. */
export async function* readLines(
  texts: AsyncIterable<string>,
  longest: number,
): AsyncGenerator<{ line: number; content: string | null }> {
  let line = 1;
  let pieces: string[] = [];
  let length = 0;
  const take = () => {
    const content = length > longest ? null : pieces.join("");
    pieces = [];
    length = 0;
    return { line: line++, content };
  };
  for await (const text of texts) {
    let from = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
      length += at - from;
      if (length <= longest) pieces.push(text.slice(from, at));
      yield take();
      from = at + 1;
    }
    length += text.length - from;
    if (length <= longest) pieces.push(text.slice(from));
    else pieces = [];
  }
  if (length > 0) yield take();
}
