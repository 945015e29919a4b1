import { randomUUID } from "node:crypto";

import { decode } from "next-auth/jwt";
import type { CredentialsConfig } from "next-auth/providers/credentials";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { disconnect } from "../db/client";
import { findLiveSessionUser, revokeSession } from "../db/sessions";
import { authOptions } from "../server/auth-options";
import { isPasswordOf } from "../server/password";
import { createAccount, createFirstAdmin, getMe, isFirstRun } from "./accounts";
import { makePerson, password } from "./testing/make-project";
import { makeMigratedDatabase } from "./testing/new-database";
import { sql } from "./testing/sql";

/** Signs in as next-auth does. @returns the user, or null for a refusal */
function signIn(email: string, given: string) {
  const [provider] = authOptions().providers;
  if (provider?.type !== "credentials") throw new Error("sign-in is by credentials");
  const request = { headers: {}, body: {}, query: {}, method: "POST" };
  const { authorize } = provider.options as Pick<CredentialsConfig, "authorize">;
  return authorize({ email, password: given }, request);
}

/** The session id that a sign-in puts into its token. */
async function openSession(userId: string): Promise<string> {
  const jwt = authOptions().callbacks?.jwt;
  const input = { token: {}, user: { id: userId }, account: null, trigger: "signIn" as const };
  const token = await jwt?.(input);
  if (typeof token?.sid !== "string") throw new Error("there is no session id in the token");
  return token.sid;
}

// Attempts are counted per address too, and here everybody has the same one.
beforeEach(() => sql(`DELETE FROM "RateLimiterFlexible"`));

describe("an account", () => {
  it("opens with its password, however the address is written, and not with another", async () => {
    const { userId, email } = await makePerson();
    expect(await signIn(email, password)).toEqual({ id: userId });
    expect(await signIn(` ${email.toUpperCase()} `, password)).toEqual({ id: userId });
    expect(await signIn(email, `${password}!`)).toBeNull();
    expect(await signIn(email, "")).toBeNull();
    expect(await signIn(`${randomUUID()}@example.org`, password)).toBeNull();
  });

  it("stores its password as an argon2id hash", async () => {
    const email = `${randomUUID()}@example.org`;
    const userId = await createAccount({ email, name: "Ann", password, mayCreateProjects: false });
    const [row] = await sql<{ passwordHash: string }>(
      `SELECT "passwordHash" FROM "User" WHERE id = $1`,
      [userId],
    );
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(row?.passwordHash).not.toContain(password);
    expect(await isPasswordOf(row?.passwordHash ?? "", password)).toBe(true);
  });

  it("is closed to guessing after ten tries, also with the right password", async () => {
    const { email } = await makePerson();
    for (let count = 0; count < 10; count += 1) expect(await signIn(email, "wrong")).toBeNull();
    await expect(signIn(email, password)).rejects.toThrow("TooManyAttempts");
    const other = await makePerson();
    expect(await signIn(other.email, password)).toEqual({ id: other.userId });
  });

  it("starts counting afresh after a sign-in that succeeded", async () => {
    const { userId, email } = await makePerson();
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 5; count += 1) await signIn(email, "wrong");
      expect(await signIn(email, password)).toEqual({ id: userId });
    }
  });

  it("takes nothing from those who share its address, as long as it opens", async () => {
    const { email } = await makePerson();
    for (let round = 0; round < 3; round += 1) await signIn(email, password);
    await signIn(email, "wrong");
    const rows = await sql<{ points: number }>(
      `SELECT points FROM "RateLimiterFlexible" WHERE key LIKE 'signin-address%'`,
    );
    expect(rows).toEqual([{ points: 1 }]);
  });

  it("that is disabled refuses its password, and its sessions end at once", async () => {
    const { userId, email } = await makePerson();
    const sid = await openSession(userId);
    expect(await findLiveSessionUser(sid, new Date())).toBe(userId);
    await sql(`UPDATE "User" SET "disabledAt" = now() WHERE id = $1`, [userId]);
    expect(await findLiveSessionUser(sid, new Date())).toBeNull();
    expect(await signIn(email, password)).toBeNull();
  });

  it("is nobody's when the id is unknown", async () => {
    await expect(getMe({ userId: randomUUID() })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("a session", () => {
  it("ends when it is revoked, and leaves the person's others", async () => {
    const { userId } = await makePerson();
    const [one, other] = [await openSession(userId), await openSession(userId)];
    await revokeSession(one, new Date());
    expect(await findLiveSessionUser(one, new Date())).toBeNull();
    expect(await findLiveSessionUser(other, new Date())).toBe(userId);
  });

  it("ends when its owner signs out", async () => {
    const { userId } = await makePerson();
    const sid = await openSession(userId);
    await authOptions().events?.signOut?.({ token: { sid }, session: { expires: "" } });
    expect(await findLiveSessionUser(sid, new Date())).toBeNull();
  });

  it("ends on its day", async () => {
    const { userId } = await makePerson();
    const sid = await openSession(userId);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await findLiveSessionUser(sid, inDays(13.9))).toBe(userId);
    expect(await findLiveSessionUser(sid, inDays(14.1))).toBeNull();
  });

  it("isn't opened by an id that nobody gave out", async () => {
    expect(await findLiveSessionUser(randomUUID(), new Date())).toBeNull();
    expect(
      await decode({ token: "forged", secret: "for tests only" }).catch(() => null),
    ).toBeNull();
  });
});

describe("the first run", () => {
  const url = process.env.DATABASE_URL ?? "";
  beforeAll(async () => {
    await disconnect();
    process.env.DATABASE_URL = await makeMigratedDatabase();
  });
  afterAll(async () => {
    await disconnect();
    process.env.DATABASE_URL = url;
  });

  it("makes one admin, whoever else asks at the same moment, and never another", async () => {
    expect(await isFirstRun()).toBe(true);
    const ask = (index: number) =>
      createFirstAdmin({ email: `first-${index}@example.org`, name: "First", password });
    const settled = await Promise.allSettled([1, 2, 3, 4].map(ask));
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await isFirstRun()).toBe(false);
    await expect(ask(5)).rejects.toMatchObject({ code: "not_found" });
    const users = await sql(`SELECT "mayCreateProjects" FROM "User"`);
    expect(users).toEqual([{ mayCreateProjects: true }]);
  });
});
