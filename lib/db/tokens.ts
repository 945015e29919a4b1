import type { TokenScope } from "../domain/access/token-scope";
import { db, type Tx } from "./client";

export type TokenRow = {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
};

const shown = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const;

/** Takes turns with every other change of a person's tokens. */
export async function lockTokens(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}

export async function insertToken(
  tx: Tx,
  token: Omit<TokenRow, "lastUsedAt"> & { userId: string; secretHash: string },
): Promise<void> {
  await tx.apiToken.create({ data: token });
}

/** A person's tokens that aren't revoked, expired ones included, newest first. */
export async function listTokensOfUser(userId: string, tx: Tx = db()): Promise<TokenRow[]> {
  const rows = await tx.apiToken.findMany({
    where: { userId, revokedAt: null },
    select: shown,
    orderBy: { id: "desc" },
  });
  // Checked when the token was made.
  return rows.map((row) => ({ ...row, scopes: row.scopes as TokenScope[] }));
}

/** @returns whether there was one of this person's to revoke */
export async function revokeTokenOfUser(
  tx: Tx,
  userId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.apiToken.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}

/** Whose a token is, if it is neither expired nor revoked and the account not disabled. */
export async function findLiveToken(secretHash: string, now: Date) {
  const row = await db().apiToken.findFirst({
    where: { secretHash, revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { id: true, userId: true, scopes: true, lastUsedAt: true },
  });
  return row && { ...row, scopes: row.scopes as TokenScope[] };
}

export async function touchToken(id: string, now: Date): Promise<void> {
  await db().apiToken.updateMany({ where: { id }, data: { lastUsedAt: now } });
}
