import "server-only";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type {
  ApiTokenItem,
  createTokenBody,
  CreateTokenResult,
  TokenPage,
} from "../contracts/tokens";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import {
  insertToken,
  listTokensOfUser,
  lockTokens,
  revokeTokenOfUser,
  type TokenRow,
} from "../db/tokens";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { hashSecret, newSecret } from "../server/secrets";

const mostTokens = 50;

/** One's own tokens that aren't revoked, expired ones included, newest first. Never the secrets. */
export async function listTokens(actor: Actor): Promise<TokenPage> {
  const rows = await listTokensOfUser(actor.userId);
  return { items: rows.map((row) => toItem(row, new Date())), nextCursor: null };
}

/**
 * Makes a token that acts as its owner, within its scopes. Its secret is in the answer and nowhere
 * else: what is stored is a hash.
 * @throws {AppError} conflict when the person has 50 already
 */
export async function createToken(
  actor: Actor,
  { name, scopes, expiresInDays }: z.output<typeof createTokenBody>,
): Promise<CreateTokenResult> {
  const token = `sw_${newSecret()}`;
  const now = new Date();
  const row = {
    ...{ id: uuidv7(), name, scopes, createdAt: now },
    expiresAt: new Date(now.getTime() + expiresInDays * 86_400_000),
  };
  const { userId } = actor;
  await inTransaction(async (tx) => {
    await lockTokens(tx, userId);
    if ((await listTokensOfUser(userId, tx)).length >= mostTokens) {
      throw new AppError("conflict", `You have ${mostTokens} tokens. Revoke one first.`, {
        ...{ reason: "too_many_tokens", facts: { most: mostTokens } },
      });
    }
    await insertToken(tx, { ...row, userId, secretHash: hashSecret(token) });
    const event = { projectId: null, actorId: userId, subject: row.id };
    await recordEvent({ ...event, action: "token.created", detail: { name, scopes } }, tx);
  });
  return { ...toItem({ ...row, lastUsedAt: null }, now), token };
}

/** Ends a token for good, from the next request on. Another person's token is none to revoke. */
export async function revokeToken(actor: Actor, tokenId: string): Promise<{ revoked: boolean }> {
  const id = requireUuid(tokenId);
  return inTransaction(async (tx) => {
    const revoked = await revokeTokenOfUser(tx, actor.userId, id, new Date());
    const event = { projectId: null, actorId: actor.userId, subject: id };
    if (revoked) await recordEvent({ ...event, action: "token.revoked" }, tx);
    return { revoked };
  });
}

function toItem(row: TokenRow, now: Date): ApiTokenItem {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt <= now,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
