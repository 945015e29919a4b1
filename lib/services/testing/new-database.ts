import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";

import { withClient } from "./sql";

/** Runs the Prisma CLI as the bootstrap does. @throws with its output when it fails */
export async function runPrisma(args: readonly string[], url: string): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1" };
  const cli = "node_modules/prisma/build/index.js";
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], { env });
  return stdout;
}

/** An empty database on the server of `url`, with the migrations applied. @returns its URL */
export async function migrateNewDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withClient((client) => client.query(`CREATE DATABASE ${name}`), url);
  const place = new URL(url);
  place.pathname = `/${name}`;
  await runPrisma(["migrate", "deploy"], place.href);
  return place.href;
}
