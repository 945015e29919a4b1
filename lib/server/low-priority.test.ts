import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";

import { describe, expect, it } from "vitest";

const file = "/proc/self/autogroup";
const script = `
import { readFileSync } from "node:fs";
import os from "node:os";
import { giveWay } from "./lib/server/low-priority.ts";
giveWay();
const session = process.argv.length > 1 ? readFileSync(process.argv[1], "utf8").trim() : null;
console.log(JSON.stringify({ priority: os.getPriority(), session }));`;

/** What a process of its own session says of itself that gives way. */
async function askGivingWay(): Promise<{ priority: number; session: string | null }> {
  const files = existsSync(file) ? [file] : [];
  const child = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      "--input-type=module",
      "--eval",
      script,
      ...files,
    ],
    { detached: process.platform !== "win32", stdio: ["ignore", "pipe", "inherit"] },
  );
  return JSON.parse(await text(child.stdout)) as { priority: number; session: string | null };
}

describe("giveWay", () => {
  it("puts the process and its session behind others", async () => {
    const { priority, session } = await askGivingWay();
    expect(priority).toBe(10);
    if (session !== null) expect(session).toMatch(/ nice 10$/);
  });
});
