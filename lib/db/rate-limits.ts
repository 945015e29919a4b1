import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";

import { db } from "./client";

export type RateLimit = { name: string; points: number; durationSeconds: number };

/** Each writes through one client, which may end before the process does. */
const limitersOf = new WeakMap<object, Map<string, RateLimiterPrisma>>();

function limiterOf({ name, points, durationSeconds }: RateLimit): RateLimiterPrisma {
  const client = db();
  const limiters = limitersOf.get(client) ?? new Map<string, RateLimiterPrisma>();
  limitersOf.set(client, limiters);
  const known = limiters.get(name);
  if (known) return known;
  const limiter = new RateLimiterPrisma({
    storeClient: client,
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    points,
    duration: durationSeconds,
  });
  limiters.set(name, limiter);
  return limiter;
}

/** Counts one attempt. @returns seconds to wait if that was one too many, else null */
export async function consume(limit: RateLimit, key: string): Promise<number | null> {
  try {
    await limiterOf(limit).consume(key);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

/** Takes one attempt back, after it succeeded: others that share the key have as many left as before. */
export async function giveBack(limit: RateLimit, key: string): Promise<void> {
  await limiterOf(limit).reward(key);
}

/** Forgets the attempts, after one succeeded. */
export async function forgive(limit: RateLimit, key: string): Promise<void> {
  await limiterOf(limit).delete(key);
}
