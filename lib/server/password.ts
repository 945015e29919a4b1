import "server-only";
import { hash, verify } from "@node-rs/argon2";

// OWASP's first choice for Argon2id, which is the library's default algorithm: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

const nobodysHash = hashPassword("a password that nobody has");

/**
 * Whether `password` belongs to `storedHash`. Without a hash the work is done all the same,
 * so that the time taken doesn't tell whether an account exists.
 */
export async function isPasswordOf(storedHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? (await nobodysHash), password);
  return matches && storedHash !== null;
}
