import { createReadStream } from "node:fs";

import type { Explained } from "../../domain/reason";

export type Chunks = () => AsyncIterable<Uint8Array>;
/** A file of any size that can be read from its beginning as often as needed. */
export type ArticleSource = {
  name: string;
  chunks: Chunks;
  /** Where it is on the disk, if it is. */
  path?: string;
  /**
   * Whether what its beginning is in is taken for the encoding of all of it, which saves reading it
   * twice. Where that proves wrong, reading it ends with `BeginningMisled`.
   */
  beginningSuffices?: boolean;
};
/** What an archive may unpack to: how many files, and how much all of them together. */
export type UnpackLimits = { entries: number; totalBytes: number };

/** Why a packed file wasn't unpacked, for who sent it. */
export class UnpackError extends Error {
  constructor(readonly why: Explained) {
    super(why.message);
  }
}

/** A text is in UTF-8 where it begins and not throughout: what it is in takes a look at all of it. */
export class BeginningMisled extends Error {}

const pieceBytes = 262_144;

export function sourceOfFile(name: string, path: string): ArticleSource {
  return {
    ...{ name, path },
    chunks: () =>
      createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Uint8Array>,
  };
}

export function sourceOfBytes({ name, bytes }: { name: string; bytes: Uint8Array }): ArticleSource {
  return {
    name,
    // The bytes are here already; reading them must look like reading any other source.
    async *chunks() {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
      }
    },
  };
}

/** All bytes, or null if there are more than `mostBytes`. */
export async function readWhole(
  { chunks }: ArticleSource,
  mostBytes: number,
): Promise<Uint8Array | null> {
  const all: Uint8Array[] = [];
  let nBytes = 0;
  for await (const chunk of chunks()) {
    nBytes += chunk.length;
    if (nBytes > mostBytes) return null;
    all.push(chunk);
  }
  return joined(all);
}

export async function firstChunk({ chunks }: ArticleSource): Promise<Uint8Array> {
  for await (const chunk of chunks()) return chunk;
  return new Uint8Array();
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
