import "server-only";

import { countUnfinishedMigrations } from "../db/health";
import { describeError, log } from "./log";

/** Whether the database answers and every migration that was begun is finished. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    return (await countUnfinishedMigrations()) === 0;
  } catch (error) {
    log("warn", "health.database", describeError(error));
    return false;
  }
}
