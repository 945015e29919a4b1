import { describe, expect, it } from "vitest";

import type { TokenScope } from "../domain/access/token-scope";
import { actorOfToken, bearerOf } from "../server/bearer";
import { at, makePerson } from "./testing/make-project";
import { sql } from "./testing/sql";
import { createToken, listTokens, revokeToken } from "./tokens";

const all: TokenScope[] = ["read", "write", "export"];

async function open(scopes: TokenScope[] = all) {
  const person = await makePerson();
  const made = await createToken(person, { name: "A script", scopes, expiresInDays: 30 });
  return { person, made };
}

function ask(path = "/api/v1/me", method = "GET"): Request {
  return new Request(`http://127.0.0.1:3000${path}`, { method });
}

describe("an API token", () => {
  it("acts as the person who made it, and says when it was last used", async () => {
    const { person, made } = await open();
    expect(made.token).toMatch(/^sw_[\w-]{43}$/);
    expect((await listTokens(person)).items).toMatchObject([{ id: made.id, lastUsedAt: null }]);
    expect(await actorOfToken(made.token, ask())).toEqual({ userId: person.userId });
    const [listed] = (await listTokens(person)).items;
    expect(Date.now() - Date.parse(listed?.lastUsedAt ?? "")).toBeLessThan(60_000);
    expect(listed).not.toHaveProperty("token");
  });

  it("is stored as a hash, never as it is", async () => {
    const { made } = await open();
    const rows = await sql<{ row: string }>(
      `SELECT "ApiToken"::text AS row FROM "ApiToken" WHERE id = $1::uuid
       UNION ALL SELECT "AuditEvent"::text FROM "AuditEvent" WHERE subject = $1::text`,
      [made.id],
    );
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toContain(made.token.slice(3));
  });

  it.each([
    ["read", "GET", "/api/v1/me", true],
    ["read", "POST", "/api/v1/projects", false],
    ["read", "GET", "/api/v1/projects/1/exports/gold.csv", false],
    ["write", "POST", "/api/v1/projects", true],
    ["write", "GET", "/api/v1/me", false],
    ["export", "GET", "/api/v1/projects/1/exports/gold.csv", true],
    ["export", "GET", "/api/v1/projects/1", false],
  ] as const)("with the scope %s, on %s %s: %s", async (scope, method, path, isAllowed) => {
    const { person, made } = await open([scope]);
    const asked = actorOfToken(made.token, ask(path, method));
    if (isAllowed) expect(await asked).toEqual({ userId: person.userId });
    else await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    ["revoked", `UPDATE "ApiToken" SET "revokedAt" = now() WHERE id = $1`],
    ["expired", `UPDATE "ApiToken" SET "expiresAt" = now() - interval '1 second' WHERE id = $1`],
    [
      "of a disabled account",
      `UPDATE "User" SET "disabledAt" = now()
       WHERE id = (SELECT "userId" FROM "ApiToken" WHERE id = $1)`,
    ],
  ])("that is %s is refused", async (_, change) => {
    const { made } = await open();
    await sql(change, [made.id]);
    await expect(actorOfToken(made.token, ask())).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it.each(["", "sw_", "nonsense", `sw_${"A".repeat(43)}`])("%j is refused", async (secret) => {
    await expect(actorOfToken(secret, ask())).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("is revoked by its owner only, once", async () => {
    const { person, made } = await open();
    expect(await revokeToken(await makePerson(), made.id)).toEqual({ revoked: false });
    expect(await actorOfToken(made.token, ask())).toEqual({ userId: person.userId });
    expect(await revokeToken(person, made.id)).toEqual({ revoked: true });
    expect(await revokeToken(person, made.id)).toEqual({ revoked: false });
    expect((await listTokens(person)).items).toEqual([]);
    await expect(actorOfToken(made.token, ask())).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("is one of fifty at most, also when made at the same moment", async () => {
    const person = await makePerson();
    const body = { name: "One of many", scopes: all, expiresInDays: 1 };
    const settled = await Promise.allSettled(
      Array.from({ length: 53 }, () => createToken(person, body)),
    );
    const refused = settled.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(3);
    expect(at(refused, 0)).toMatchObject({ reason: { code: "conflict" } });
  });
});

it.each([
  [undefined, null],
  ["Basic eDp5", null],
  ["Bearer", ""],
  ["Bearer sw_x", "sw_x"],
  ["bearer  sw_x", "sw_x"],
])("the header %j carries %j", (header, secret) => {
  const headers = new Headers(header === undefined ? {} : { authorization: header });
  expect(bearerOf(new Request("http://127.0.0.1/", { headers }))).toBe(secret);
});
