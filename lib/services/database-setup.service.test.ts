import type pg from "pg";
import { describe, expect, it } from "vitest";

import { assertDurable, assertMigrated } from "../../scripts/database-checks.mjs";
import { makeMigratedDatabase, runPrisma } from "./testing/new-database";
import { sql, withClient } from "./testing/sql";

// The Prisma CLI takes seconds to start, and more on a busy machine.
describe("the migrations", { timeout: 180_000 }, () => {
  it("make exactly the tables of the schema, and applying them again changes nothing", async () => {
    const fresh = await makeMigratedDatabase();
    const diff = ["migrate", "diff", "--from-config-datasource", "--exit-code"];
    const toSchema = ["--to-schema", "prisma/schema.prisma"];
    expect(await runPrisma([...diff, ...toSchema], fresh)).toContain("No difference detected");
    await runPrisma(["migrate", "deploy"], fresh);
    await withClient((client) => assertMigrated(client), fresh);

    await withClient((client) => client.query(`ALTER TABLE "Span" ADD COLUMN extra INT`), fresh);
    await expect(runPrisma([...diff, ...toSchema], fresh)).rejects.toMatchObject({ code: 2 });
  });

  it("that didn't finish are named", async () => {
    const fresh = await makeMigratedDatabase();
    await withClient(async (client) => {
      await client.query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
      await expect(assertMigrated(client)).rejects.toThrow(/lacks \d+_init/);
    }, fresh);
  });
});

describe("a server that could lose acknowledged work", () => {
  it("isn't the one that the tests run on", async () => {
    await withClient((client) => assertDurable(client));
    const [row] = await sql(
      `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
              current_setting('synchronous_commit') AS "commit"`,
    );
    expect(row).toMatchObject({ fsync: "on", pages: "on", commit: "on" });
  });

  it("is refused when a session of it has synchronous_commit off", async () => {
    await withClient(async (client) => {
      await client.query("SET synchronous_commit = off");
      await expect(assertDurable(client)).rejects.toThrow("synchronous_commit = off");
      await client.query("SET synchronous_commit = remote_apply");
      await assertDurable(client);
    });
  });

  it("is refused when the database itself has synchronous_commit off", async () => {
    const fresh = await makeMigratedDatabase();
    const name = new URL(fresh).pathname.slice(1);
    await withClient(async (client) => {
      await client.query(`ALTER DATABASE "${name}" SET synchronous_commit = off`);
    }, fresh);
    await withClient(async (client) => {
      await expect(assertDurable(client)).rejects.toThrow("synchronous_commit = off");
    }, fresh);
  });

  // No session can set these; the real server answers, but for the one setting.
  it.each([
    ["fsync", "off", "fsync = off"],
    ["full_page_writes", "off", "full_page_writes = off"],
    ["server_version_num", "140012", "PostgreSQL 14 is too old"],
  ])("is refused with %s %s", async (setting, value, message) => {
    await withClient(async (client) => {
      await expect(assertDurable(answering(client, setting, value))).rejects.toThrow(message);
    });
  });
});

function answering(client: pg.Client, setting: string, value: string) {
  return {
    query: (text: string) =>
      text === `SHOW ${setting}`
        ? Promise.resolve({ rows: [{ [setting]: value }] })
        : client.query<Record<string, string>>(text),
  };
}
