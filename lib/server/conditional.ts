import "server-only";
import { createHash } from "node:crypto";

import { AppError } from "../domain/errors";

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url");

/**
 * The tag of a JSON answer. Weak, since the same answer may go out compressed or as it is. Of what can
 * be edited, its edit tag stands first: counts that change meanwhile are no reason to refuse an edit.
 */
export function weakTagOf(body: string, editTag?: string): string {
  return `W/"${editTag === undefined ? "" : `${editTag}.`}${hashOf(body)}"`;
}

/** Names the state of what can be edited, and nothing beside it. */
export function editTagOf(editable: Readonly<Record<string, unknown>>): string {
  return hashOf(JSON.stringify(Object.entries(editable).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * Refuses an edit of something that has been edited since: If-Match names the ETag of an earlier
 * answer, or the edit tag alone (RFC 9110, section 13.1.1, but for weak tags, which count here).
 * Without the header, and with `*`, an edit is made whatever stands.
 * @throws {AppError} precondition_failed with `current`
 */
export function requireUnedited(ifMatch: string | null, editTag: string, current: unknown): void {
  if (ifMatch === null) return;
  const tags = ifMatch.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
  const isUnedited = tags.some(
    (tag) => tag === "*" || opaque(tag).slice(1, -1).split(".")[0] === editTag,
  );
  if (isUnedited) return;
  const message =
    "Somebody else has changed this since you opened it. Reload the page to see it, then make your change again.";
  throw new AppError("precondition_failed", message, { current, reason: "edited_meanwhile" });
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
