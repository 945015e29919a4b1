import "server-only";
import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { cache } from "react";

import { findLiveSessionUser } from "../db/sessions";
import type { Actor } from "../domain/access/actor";
import { sessionCookieName } from "./auth-options";
import { authSecret } from "./env";

/** Who is asking, by a session row that is alive now; null if nobody is signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const sessionId = await sessionIdOf(token);
  const userId = sessionId && (await findLiveSessionUser(sessionId, new Date()));
  return userId ? { userId } : null;
});

async function sessionIdOf(token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret: authSecret() });
    return typeof claims?.sid === "string" ? claims.sid : null;
  } catch {
    // A forged or outdated cookie is no session; the sign-in page replaces it.
    return null;
  }
}
