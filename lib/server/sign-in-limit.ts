import "server-only";
import { createHash } from "node:crypto";

import { consume, forgive, giveBack, type RateLimit } from "../db/rate-limits";
import { trustedProxyCount } from "./env";

const byAccount: RateLimit = { name: "signin-account", points: 10, durationSeconds: 900 };
const byAddress: RateLimit = { name: "signin-address", points: 200, durationSeconds: 900 };

/** Whether another attempt is allowed; counts it. Unknown accounts are counted alike. */
export async function mayTrySignIn(email: string, address: string): Promise<boolean> {
  const waits = [await consume(byAccount, digest(email)), await consume(byAddress, address)];
  return waits.every((wait) => wait === null);
}

/** After a sign-in that succeeded: failures alone count, or a busy lab would lock itself out. */
export async function forgiveSignIns(email: string, address: string): Promise<void> {
  await forgive(byAccount, digest(email));
  await giveBack(byAddress, address);
}

/** Keys of a fixed length that hold nobody's address. */
function digest(email: string): string {
  return createHash("sha256").update(email).digest("base64url");
}

/**
 * The address of the client as the outermost trusted proxy saw it. A header that no trusted proxy
 * wrote can be forged, so without one everybody shares a bucket, which is wide for that reason.
 */
export function clientAddress(forwardedFor: string | null): string {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const trusted = trustedProxyCount();
  return trusted > 0 ? (hops.at(-trusted) ?? "unknown").slice(0, 64) : "shared";
}
