import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";

import { inject } from "vitest";

import { cloneDatabase } from "./clone-database";

/** Runs the Prisma CLI as the bootstrap does. @throws with its output when it fails */
export async function runPrisma(args: readonly string[], url: string): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1" };
  const cli = "node_modules/prisma/build/index.js";
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], { env });
  return stdout;
}

/** A database in which the bootstrap has applied the migrations, and nobody did anything yet. @returns its URL */
export function makeMigratedDatabase(): Promise<string> {
  return cloneDatabase(inject("templateUrl"), `test_${randomUUID().replaceAll("-", "")}`);
}
