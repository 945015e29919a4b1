import "server-only";
import { createHash } from "node:crypto";

/** The tag of a JSON answer. Weak, since the same answer may go out compressed or as it is. */
export function weakTagOf(body: string): string {
  return `W/"${createHash("sha256").update(body).digest("base64url")}"`;
}

/**
 * 304 without a body when the request names the answer's own ETag in If-None-Match, else the answer
 * (RFC 9110, section 13.1.2). Only reads are conditional; `*` matches whatever has a tag.
 */
export function unlessKnown(request: Request, response: Response): Response {
  const etag = response.headers.get("etag");
  const known = request.headers.get("if-none-match");
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead || response.status !== 200 || etag === null || known === null) return response;
  const tags = known.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
  if (!tags.some((tag) => tag === "*" || opaque(tag) === opaque(etag))) return response;
  const headers = new Headers({ ETag: etag });
  const caching = response.headers.get("cache-control");
  if (caching) headers.set("Cache-Control", caching);
  // Nobody will read what was opened for this answer.
  void response.body?.cancel();
  return new Response(null, { status: 304, headers });
}

/** Reads compare weakly: W/ says nothing about whether two tags are one. */
function opaque(tag: string): string {
  return tag.replace(/^W\//, "");
}
