import "server-only";

import { consume, type RateLimit } from "../db/rate-limits";
import { findLiveToken, touchToken } from "../db/tokens";
import type { Actor } from "../domain/access/actor";
import { scopeNeeded } from "../domain/access/token-scope";
import { AppError } from "../domain/errors";
import { hashSecret } from "./secrets";
import { clientAddress } from "./sign-in-limit";

const wrongTokens: RateLimit = { name: "token-address", points: 100, durationSeconds: 900 };
const touchEveryMs = 60_000;

/** What follows `Authorization: Bearer`, or null if the request doesn't carry such a header. */
export function bearerOf(request: Request): string | null {
  const header = /^bearer(?:\s+(.*))?$/i.exec(request.headers.get("authorization") ?? "");
  return header && (header[1] ?? "");
}

/**
 * The person whose token `secret` is.
 * @throws {AppError} unauthenticated when unknown, expired or revoked, too_many_requests after
 * many such from one address, forbidden when the token's scopes don't cover the request
 */
export async function actorOfToken(secret: string, request: Request): Promise<Actor> {
  const now = new Date();
  const token = secret.startsWith("sw_") ? await findLiveToken(hashSecret(secret), now) : null;
  if (!token) throw await refusalOf(request);
  const scope = scopeNeeded(request.method, new URL(request.url).pathname);
  if (!token.scopes.includes(scope)) {
    throw new AppError("forbidden", `This needs a token with the scope “${scope}”.`);
  }
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > touchEveryMs) {
    await touchToken(token.id, now);
  }
  return { userId: token.userId };
}

/** Only tokens that aren't good are counted, so that nobody can lock a good one out. */
async function refusalOf(request: Request): Promise<AppError> {
  const address = clientAddress(request.headers.get("x-forwarded-for"));
  const waitSeconds = await consume(wrongTokens, address);
  if (waitSeconds !== null) {
    return new AppError("too_many_requests", "Too many wrong tokens from this address.", {
      retryAfterSeconds: waitSeconds,
    });
  }
  return new AppError("unauthenticated", "This token is unknown, expired or revoked.");
}
