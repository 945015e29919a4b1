import { describe, expect, it } from "vitest";

import { assertDurable, assertMigrated } from "./database-checks.mjs";

const healthy = {
  server_version_num: "180001",
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
};

function serverWith(settings) {
  const values = { ...healthy, ...settings };
  return {
    query: (sql) => Promise.resolve({ rows: [{ value: values[sql.replace("SHOW ", "")] }] }),
  };
}

describe("a server that the app starts on", () => {
  it("keeps what it acknowledged", async () => {
    await expect(assertDurable(serverWith({}))).resolves.toBeUndefined();
    for (const value of ["remote_apply", "remote_write", "local"]) {
      await expect(assertDurable(serverWith({ synchronous_commit: value }))).resolves.toBe(
        undefined,
      );
    }
  });

  it.each(["fsync", "full_page_writes", "synchronous_commit"])("is refused with %s off", (name) =>
    expect(assertDurable(serverWith({ [name]: "off" }))).rejects.toThrow(`set ${name} = on`),
  );

  it("is refused when it is too old", () =>
    expect(assertDurable(serverWith({ server_version_num: "140012" }))).rejects.toThrow(
      "PostgreSQL 14 is too old",
    ));

  it("is refused with a migration missing", () =>
    expect(assertMigrated({ query: () => Promise.resolve({ rows: [] }) })).rejects.toThrow(
      "lacks 20261123000000_init",
    ));
});
