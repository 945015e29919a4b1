import "server-only";
import { createHash } from "node:crypto";

import { importPartBytes } from "../contracts/imports";

type Part = { at: number; bytes: Uint8Array };

/** Bytes of an upload from `start` on, in its parts. */
export function partsOf(start: number, bytes: Uint8Array): Part[] {
  return Array.from({ length: Math.ceil(bytes.length / importPartBytes) }, (_, part) => {
    const from = part * importPartBytes;
    return { at: start + from, bytes: bytes.subarray(from, from + importPartBytes) };
  });
}

/**
 * The hash of all bytes up to the end of `parts`: of each part with the hash before it in front, so
 * that it can be gone on with part by part.
 * @param before hash of what comes before them in hex; null in front of the first part
 */
export function hashOn(before: string | null, parts: readonly Part[]): string {
  let hash = Buffer.from(before ?? "", "hex");
  for (const { bytes } of parts) hash = createHash("sha256").update(hash).update(bytes).digest();
  return hash.toString("hex");
}
