import "server-only";
import { randomBytes } from "node:crypto";

import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { insertSession, revokeSession } from "../db/sessions";
import { findUserByEmail } from "../db/users";
import { authSecret, isServedOverTls } from "./env";
import { log } from "./log";
import { isPasswordOf } from "./password";
import { clientAddress, forgiveSignIns, mayTrySignIn } from "./sign-in-limit";

export const sessionSeconds = 14 * 86_400;

export function sessionCookieName(): string {
  return isServedOverTls() ? "__Host-next-auth.session-token" : "next-auth.session-token";
}

/** One answer for a wrong password, an unknown account and a disabled one. */
async function checkCredentials(
  credentials: Record<"email" | "password", string> | undefined,
  headers: Record<string, unknown> | undefined,
) {
  const email = String(credentials?.email ?? "")
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .slice(0, 254);
  const password = String(credentials?.password ?? "").slice(0, 1024);
  const forwarded = headers?.["x-forwarded-for"];
  const address = clientAddress(typeof forwarded === "string" ? forwarded : null);
  if (!(await mayTrySignIn(email, address))) {
    log("warn", "sign_in.limited");
    throw new Error("TooManyAttempts");
  }
  const user = await findUserByEmail(email);
  const matches = await isPasswordOf(user?.passwordHash ?? null, password);
  if (!user || !matches || user.disabledAt) {
    log("warn", "sign_in.refused");
    return null;
  }
  await forgiveSignIns(email, address);
  return { id: user.id };
}

/**
 * next-auth with credentials. The token carries nothing but the id of a session row, which every
 * request looks up: signing out, revoking and disabling work at once.
 */
export function authOptions(): NextAuthOptions {
  const isSecure = isServedOverTls();
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure };
  const prefix = isSecure ? "__Host-" : "";
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: sessionSeconds, updateAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      csrfToken: { name: `${prefix}next-auth.csrf-token`, options },
      callbackUrl: { name: `${prefix}next-auth.callback-url`, options },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) => checkCredentials(credentials, request.headers),
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        // Only signing in brings a user: every sign-in gets a session of its own.
        if (!user) return { sid: token.sid };
        const sid = randomBytes(32).toString("base64url");
        const expiresAt = new Date(Date.now() + sessionSeconds * 1000);
        await insertSession({ id: sid, userId: user.id, expiresAt });
        return { sid };
      },
      // The endpoint that shows the session to scripts tells no more than whether there is one.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        url.startsWith(`${baseUrl}/`) || (url.startsWith("/") && !url.startsWith("//"))
          ? url
          : baseUrl,
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await revokeSession(token.sid, new Date());
      },
    },
    logger: { error: (code) => log("error", "next_auth", { code }), warn: () => undefined },
  };
}
