import type { Encoding } from "../../contracts/imports";
import type { TextProblem } from "../../domain/text/decode-utf8";
import { type ChosenEncoding, chooseEncoding, decoderOf } from "./decode-text";

export type Chunks = () => AsyncIterable<Uint8Array>;
/** A file of any size that can be read from its beginning as often as needed. */
export type ArticleSource = { name: string; chunks: Chunks };

const sampleBytes = 262_144;
const lineFeed = 0x0a;

/** The encoding of a file of any size. Reads it once, keeping what a guess needs. */
export async function findEncoding(
  chunks: Chunks,
  asked: Encoding | undefined,
): Promise<ChosenEncoding | { problem: TextProblem }> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const sample: Uint8Array[] = [];
  let nSampled = 0;
  let nLines = 0;
  let badLine: number | null = null;
  for await (const chunk of chunks()) {
    const isPlain = !chunk.some((byte) => byte >= 0x80);
    if (nSampled === 0 || (!isPlain && nSampled < sampleBytes)) {
      const piece = chunk.subarray(0, sampleBytes);
      sample.push(piece);
      nSampled += piece.length;
    }
    if (badLine !== null) continue;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      badLine = nLines + 1;
    }
    for (const byte of chunk) if (byte === lineFeed) nLines += 1;
  }
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
    yield text.slice(0, text.length - rest.length).replace(/\r\n?/g, "\n");
  }
  yield (rest + decoder.decode(new Uint8Array())).replace(/\r\n?/g, "\n");
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

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
