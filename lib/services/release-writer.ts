import "server-only";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

import { v7 as uuidv7 } from "uuid";

import type { Tx } from "../db/client";
import { type FrozenChunk, type FrozenFile, insertChunks } from "../db/release-files";

const partBytes = 1_048_576;
const pendingParts = 200;

/** Stores files deflated, in parts of a MiB, as they come. What is pending is stored by `flush`. */
export class ReleaseWriter {
  readonly files: FrozenFile[] = [];
  private pending: FrozenChunk[] = [];
  private nPending = 0;

  constructor(
    private readonly tx: Tx,
    private readonly projectId: string,
  ) {}

  /** @returns the file as stored; its hash is of the contents */
  async add(
    variant: FrozenFile["variant"],
    path: string,
    contents: string | AsyncIterable<Uint8Array>,
  ): Promise<FrozenFile> {
    const measured = new MeasuredBytes(typeof contents === "string" ? [contents] : contents);
    const id = uuidv7();
    let [nDeflated, part] = [0, 0];
    const take = async (bytes: Uint8Array<ArrayBuffer>) => {
      nDeflated += bytes.length;
      await this.store({ fileId: id, part: part++, bytes });
    };
    await pipeline(Readable.from(measured), createDeflateRaw(), async (deflated) => {
      for await (const bytes of inParts(deflated as AsyncIterable<Buffer>)) await take(bytes);
    });
    const file = { id, variant, path, ...measured.result(), nDeflated };
    this.files.push(file);
    return file;
  }

  async flush(): Promise<void> {
    if (this.pending.length > 0) await insertChunks(this.tx, this.projectId, this.pending);
    this.pending = [];
    this.nPending = 0;
  }

  private async store(chunk: FrozenChunk): Promise<void> {
    this.pending.push(chunk);
    this.nPending += chunk.bytes.length;
    if (this.nPending >= partBytes || this.pending.length >= pendingParts) await this.flush();
  }
}

/** Counts and hashes bytes on their way. */
class MeasuredBytes implements AsyncIterable<Uint8Array> {
  private readonly hash = createHash("sha256");
  private crc = 0;
  private nBytes = 0;

  constructor(private readonly source: AsyncIterable<Uint8Array> | Iterable<string>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.source) {
      const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
      if (bytes.length === 0) continue;
      this.hash.update(bytes);
      this.crc = crc32(bytes, this.crc);
      this.nBytes += bytes.length;
      yield bytes;
    }
  }

  result() {
    return { sha256: this.hash.digest("hex"), crc32: this.crc, nBytes: this.nBytes };
  }
}

async function* inParts(source: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held: Buffer[] = [];
  let nHeld = 0;
  for await (const bytes of source) {
    held.push(bytes);
    nHeld += bytes.length;
    while (nHeld >= partBytes) {
      const all = Buffer.concat(held);
      yield Uint8Array.from(all.subarray(0, partBytes));
      held = [all.subarray(partBytes)];
      nHeld -= partBytes;
    }
  }
  if (nHeld > 0) yield Uint8Array.from(Buffer.concat(held));
}
