import { readdirSync } from "node:fs";

import { StartError } from "./bootstrap/start-error.mjs";

const oldestPostgres = 15;
const needed = ["fsync", "full_page_writes", "synchronous_commit"];

/**
 * Refuses a server that could lose acknowledged work.
 * @param {{query: (sql: string) => Promise<{rows: Record<string, string>[]}>}} client
 * @throws {StartError} naming the setting and the way out
 */
export async function assertDurable(client) {
  const show = async (name) => Object.values((await client.query(`SHOW ${name}`)).rows[0])[0];
  const version = await show("server_version_num");
  const major = Math.floor(Number(version) / 10_000);
  if (major < oldestPostgres) {
    throw new StartError(
      `PostgreSQL ${major} is too old: use version ${oldestPostgres} or newer, or unset DATABASE_URL to use the bundled one.`,
    );
  }
  for (const setting of needed) {
    const value = await show(setting);
    if (value === "off") {
      throw new StartError(
        `The database has ${setting} = off, so saved work could be lost in a crash: set ${setting} = on for this server and start again.`,
      );
    }
  }
}

/** @throws {StartError} unless each migration folder stands finished in the database */
export async function assertMigrated(client, folder = "prisma/migrations") {
  const wanted = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const { rows } = await client.query(
    'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const finished = new Set(rows.map((row) => row.migration_name));
  const missing = wanted.filter((name) => !finished.has(name));
  if (missing.length > 0) {
    throw new StartError(
      `The database lacks ${missing.join(", ")} after migrating: look at _prisma_migrations, mend or restore it, and start again.`,
    );
  }
}
