import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, safe in a URL. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret. A fast hash is enough for 256 random bits, unlike for a password. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
