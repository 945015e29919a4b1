import "server-only";

import { AppError } from "../domain/errors";
import { problemResponse } from "./problem";

const sentence = "There is nothing at this address.";

/** The API's answer where it has nothing: the same for everybody, signed in or not. */
export function noSuchAddress(): Response {
  return problemResponse(new AppError("not_found", sentence, { reason: "nothing_here" }));
}

/** The answer to an address that can't be decoded, which Next would fail at; null for all others. */
export function refuseMalformed({ url }: Request): Response | null {
  const { pathname } = new URL(url);
  if (isDecodable(pathname)) return null;
  if (pathname.startsWith("/api/")) return noSuchAddress();
  return new Response(`${sentence}\n`, {
    status: 404,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "default-src 'none'",
    },
  });
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
