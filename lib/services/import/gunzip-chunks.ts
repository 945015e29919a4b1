import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import { unpackLimits } from "./read-zip";
import type { Chunks } from "./stream-text";

/** Why a .gz file wasn't unpacked, for who sent it. */
export class UnpackError extends Error {}

const mostBytes = 2_147_483_648;

/**
 * The contents of a .gz file piece by piece, stopped where they are suspiciously much.
 * @throws {UnpackError}
 */
export function gunzipped(chunks: Chunks): Chunks {
  return async function* () {
    let nPacked = 0;
    const packed = async function* () {
      for await (const chunk of chunks()) {
        nPacked += chunk.length;
        yield chunk;
      }
    };
    const unpacked = Readable.from(packed()).pipe(createGunzip());
    let nBytes = 0;
    try {
      for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
        nBytes += chunk.length;
        const isBomb = nBytes > Math.max(1_048_576, nPacked * unpackLimits.ratio);
        if (isBomb || nBytes > mostBytes) {
          throw new UnpackError("This file unpacks to suspiciously much and was not opened.");
        }
        yield chunk;
      }
    } catch (error) {
      if (error instanceof UnpackError || !isZlibError(error)) throw error;
      const message = "This file is cut off or damaged. Upload it again, or pack it again.";
      throw new UnpackError(message);
    }
  };
}

function isZlibError(error: unknown): boolean {
  return /^Z_/.test((error as NodeJS.ErrnoException).code ?? "");
}
