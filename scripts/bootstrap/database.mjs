import path from "node:path";

import { runNode } from "./child.mjs";
import { lastLines } from "./prepare.mjs";
import { StartError } from "./start-error.mjs";

/** Starts the bundled PostgreSQL in the data folder, or takes the one of DATABASE_URL. */
export async function openDatabase(dataDir) {
  const external = process.env.DATABASE_URL;
  if (external) {
    return { url: external, isEmbedded: false, stop: async () => {}, lost: new Promise(() => {}) };
  }
  const { ensureDatabase } = await import("../embedded-postgres/ensure-database.mjs");
  const { url, stop, lost } = await ensureDatabase({ dir: path.join(dataDir, "postgres") });
  return { url, stop, lost, isEmbedded: true };
}

/** Runs `work` with a connection. @throws {StartError} when the server doesn't answer */
export async function withClient(url, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 });
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new StartError(
      `The database ${pathname.slice(1)} at ${host} can't be reached (${error.code ?? error.message}): check DATABASE_URL, or unset it to use the bundled PostgreSQL.`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Checks the server, applies the migrations, and checks that they stand. */
export async function prepareDatabase(url) {
  const { assertDurable, assertMigrated } = await import("../database-checks.mjs");
  await withClient(url, assertDurable);
  const { code, output } = await runNode(
    ["node_modules/prisma/build/index.js", "migrate", "deploy"],
    { env: { DATABASE_URL: url } },
  );
  if (code !== 0) throw new StartError(`prisma migrate deploy failed:\n${lastLines(output)}`);
  await withClient(url, assertMigrated);
  await prepareQueue(url);
}

/** Makes the queue's own tables, in a schema of their own. Several starts at once take turns. */
async function prepareQueue(url) {
  const { Logger, runMigrations } = await import("graphile-worker");
  const logger = new Logger(() => () => {});
  await runMigrations({ connectionString: url, logger });
}

export function hasNobody(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query('SELECT 1 FROM "User" LIMIT 1');
    return rows.length === 0;
  });
}

export async function loadDemo(env) {
  const { code, output } = await runNode(
    ["--conditions=react-server", "--import", "tsx", "lib/jobs/load-demo.ts"],
    { env },
  );
  if (code !== 0) throw new StartError(`The demo could not be loaded:\n${lastLines(output)}`);
}
