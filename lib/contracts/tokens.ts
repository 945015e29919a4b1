import { z } from "zod";

import { tokenScopes } from "../domain/access/token-scope";
import { fieldSentences } from "../domain/field-sentences";
import { id, page, wellFormed } from "./fields";

export const tokenScope = z.enum(tokenScopes);

export const createTokenBody = z.strictObject({
  name: wellFormed(80).trim().min(1, fieldSentences.token_name_missing),
  scopes: z
    .array(tokenScope)
    .min(1, fieldSentences.token_scopes_missing)
    .max(tokenScopes.length)
    .transform((scopes) => tokenScopes.filter((scope) => scopes.includes(scope))),
  expiresInDays: z.int().min(1).max(365).default(90),
});

export const apiToken = z.object({
  id,
  name: z.string(),
  scopes: z.array(tokenScope),
  createdAt: z.string(),
  expiresAt: z.string(),
  isExpired: z.boolean(),
  /** To the minute; null if it was never used. */
  lastUsedAt: z.string().nullable(),
});
export type ApiTokenItem = z.infer<typeof apiToken>;
export const tokenPage = page(apiToken);
export type TokenPage = z.infer<typeof tokenPage>;

/** The token is shown this once; the server keeps only a hash of it. */
export const createTokenResult = apiToken.extend({ token: z.string() });
export type CreateTokenResult = z.infer<typeof createTokenResult>;

export const tokenParams = z.object({ tokenId: id });
export const revokeTokenResult = z.object({ revoked: z.boolean() });
