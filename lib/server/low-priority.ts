import { existsSync, writeFileSync } from "node:fs";
import os from "node:os";

import { describeError, log } from "./log";

/** Enough for a tenth of a processor that others want whole: an import must not starve either. */
const { PRIORITY_BELOW_NORMAL: priority } = os.constants.priority;
/** https://man7.org/linux/man-pages/man7/sched.7.html, "The autogroup feature" */
const autogroupFile = "/proc/self/autogroup";

/**
 * Has this process give way to all others: whoever annotates comes first. It should lead a session of
 * its own (`detached`), since Linux may share the processors out among sessions, and the priority of
 * a process then counts within its own alone.
 */
export function giveWay(): void {
  os.setPriority(priority);
  if (!existsSync(autogroupFile)) return;
  try {
    writeFileSync(autogroupFile, `${priority}`);
  } catch (error) {
    // A container may forbid it; then all goes on as it would, a little slower for the others.
    log("warn", "priority.autogroup_refused", describeError(error));
  }
}
