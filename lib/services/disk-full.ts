import { isDiskFull } from "../db/client";
import { AppError } from "../domain/errors";

export const diskFullMessage =
  "The database's disk is full, so nothing of this was stored. Make room and try again.";

/** Runs `store` and says plainly when it failed for want of room. */
export async function withDiskFullExplained<Result>(store: () => Promise<Result>): Promise<Result> {
  try {
    return await store();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new AppError("out_of_space", diskFullMessage, { reason: "database_disk_full" });
  }
}
