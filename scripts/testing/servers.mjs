import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { childEnv } from "../bootstrap/child.mjs";

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts Slantwise with `npm start`'s own script and waits until it serves. Its data folder is
 * made afresh, unless `isKept` says to go on with what an earlier start left there.
 */
export async function startSlantwise(name, env, { isKept = false } = {}) {
  const dataDir = path.resolve(".tmp", name);
  if (!isKept) rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const port = Number(env.PORT ?? (await freePort()));
  const clean = childEnv({ ...env, PORT: String(port), DATA_DIR: dataDir });
  for (const key of ["DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET"]) delete clean[key];
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: clean,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => (output += text));
  }
  const exited = new Promise((resolve) => child.once("exit", resolve));
  for (let waitedMs = 0; !output.includes("Slantwise is ready"); waitedMs += 200) {
    if (child.exitCode !== null || waitedMs > 300_000) {
      child.kill();
      throw new Error(`${name} did not start:\n${output}`);
    }
    await sleep(200);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  /** Ends it as a power cut does: nothing gets to say goodbye. */
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  return { url: `http://127.0.0.1:${port}`, dataDir, stop, kill, readOutput: () => output };
}
