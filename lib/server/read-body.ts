import "server-only";

import { AppError } from "../domain/errors";
import { appUrl } from "./env";

/**
 * Refuses a write that another site's page could have made. Browsers send `Origin` with every
 * unsafe request; a missing or `null` one is refused as well.
 * @throws {AppError} forbidden
 */
export function requireSameOrigin(request: Request): void {
  if (request.headers.get("origin") !== new URL(appUrl()).origin) {
    throw new AppError("forbidden", "This request must come from the app's own pages.", {
      reason: "foreign_origin",
    });
  }
}

/** The body, refused as soon as it passes the limit. @throws {AppError} too_large */
async function readLimited(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const kibibytes = Math.floor(maxBytes / 1024);
  const tooLarge = () =>
    new AppError("too_large", `Send at most ${kibibytes} KiB at once; split what is larger.`, {
      ...{ reason: "too_many_bytes", facts: { kibibytes } },
    });
  if (Number(request.headers.get("content-length") ?? "0") > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** @throws {AppError} unsupported_media_type */
export function requireType(request: Request, type: string): void {
  const given = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (given !== type) throw new AppError("unsupported_media_type", `Send ${type}.`);
}

/** @throws {AppError} unsupported_media_type, too_large, invalid for a body that breaks off */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  requireType(request, "application/octet-stream");
  try {
    return await readLimited(request, maxBytes);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid", "The upload is cut off. Send it again.", {
      reason: "upload_cut_off",
    });
  }
}

/** @throws {AppError} unsupported_media_type, too_large, invalid */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  requireType(request, "application/json");
  const bytes = await readLimited(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new AppError("invalid", "The body isn't JSON in UTF-8.");
  }
}
