import type { TestProject } from "vitest/node";

import { cloneDatabase } from "./clone-database";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated database to copy; no test writes to it. */
    templateUrl: string;
    /** One copy for each worker, whose files run one after the other. */
    workerUrls: readonly string[];
  }
}

/** Before the first test: a copy of `DATABASE_URL` for each worker. */
export default async function setup({ config, provide }: TestProject): Promise<void> {
  const templateUrl = process.env.DATABASE_URL;
  if (!templateUrl) throw new Error("DATABASE_URL must name a migrated database of its own.");
  const workerUrls: string[] = [];
  for (let worker = 1; worker <= config.maxWorkers; worker++) {
    workerUrls.push(await cloneDatabase(templateUrl, `test_worker_${worker}`));
  }
  provide("templateUrl", templateUrl);
  provide("workerUrls", workerUrls);
}
