import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import { harmlessBytes, mostRatio, suspiciouslyMuch } from "./read-zip";
import { type Chunks, UnpackError } from "./source";

/**
 * The contents of a .gz file piece by piece, stopped where they are suspiciously much.
 * @throws {UnpackError}
 */
export function gunzipped(chunks: Chunks, mostBytes: number): Chunks {
  return async function* () {
    let nPacked = 0;
    const packed = async function* () {
      for await (const chunk of chunks()) {
        nPacked += chunk.length;
        yield chunk;
      }
    };
    const unpacked = createGunzip();
    // What fails on either side is thrown where the contents are read.
    pipeline(Readable.from(packed()), unpacked, () => undefined);
    let nBytes = 0;
    try {
      for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
        nBytes += chunk.length;
        const isBomb = nBytes > Math.max(harmlessBytes, nPacked * mostRatio);
        if (isBomb || nBytes > mostBytes) {
          throw new UnpackError(suspiciouslyMuch);
        }
        yield chunk;
      }
    } catch (error) {
      if (error instanceof UnpackError || !isZlibError(error)) throw error;
      const message = "This file is cut off or damaged. Upload it again, or pack it again.";
      throw new UnpackError({ message, reason: "packed_file_damaged" });
    }
  };
}

function isZlibError(error: unknown): boolean {
  return /^Z_/.test((error as NodeJS.ErrnoException).code ?? "");
}
