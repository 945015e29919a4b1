import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

import { childEnv } from "./child.mjs";
import { StartError } from "./start-error.mjs";

/**
 * Longer than the proxies' own (Caddy keeps an idle connection for 2 minutes, nginx for 1). Node's 5
 * seconds would close one just when the next request is sent on it, and that request would be lost.
 */
const keepAliveTimeoutMs = 150_000;

/** Starts Next; `exited` settles when it ends for whatever reason. */
export function spawnApp({ host, port, isDev, env }) {
  const command = isDev ? ["dev"] : ["start", "--keepAliveTimeout", String(keepAliveTimeoutMs)];
  return spawnNode(
    [
      ...["--import", new URL("heap-growth.mjs", import.meta.url).href],
      ...["node_modules/next/dist/bin/next", ...command, "-H", host, "-p", String(port)],
    ],
    { ...env, NODE_ENV: isDev ? "development" : "production" },
    isDev ? "inherit" : "ignore",
  );
}

const restartDelayMs = 2_000;
/** Garbage is taken away in time, however much memory the machine has. */
const workerHeap = ["--max-old-space-size=768", "--max-semi-space-size=64"];

/**
 * Starts the worker that reads large imports, in a process of its own: what is heavy there is not
 * felt by who annotates. One that ends is started again until `stop`.
 */
export function keepWorker({ isDev, env }) {
  let isStopping = false;
  let worker;
  const start = () => {
    worker = spawnNode(
      [...workerHeap, "--conditions=react-server", "--import", "tsx", "lib/jobs/worker.ts"],
      { ...env, NODE_ENV: isDev ? "development" : "production" },
      "ignore",
    );
    void worker.exited.then(async () => {
      await sleep(restartDelayMs, undefined, { ref: false });
      if (!isStopping) start();
    });
  };
  start();
  return {
    stop: async () => {
      isStopping = true;
      await worker.stop();
    },
  };
}

/** A Node process that ends with this one. */
function spawnNode(args, env, stdout) {
  const preload = ["--import", new URL("exit-with-parent.mjs", import.meta.url).href];
  const child = spawn(process.execPath, [...preload, ...args], {
    env: childEnv(env),
    stdio: ["ignore", stdout, "inherit", "ipc"],
    windowsHide: true,
    // Ctrl-C reaches this process alone, which stops the app first and the database after it.
    detached: process.platform !== "win32",
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const isLate = await Promise.race([exited.then(() => false), sleep(10_000).then(() => true)]);
    if (isLate) child.kill("SIGKILL");
    await exited;
  };
  return { exited, stop, pid: child.pid };
}

/** Waits until the app says that it and its database are ready. */
export async function waitUntilHealthy({ host, port }, app, timeoutMs = 120_000) {
  const end = Date.now() + timeoutMs;
  let hasExited = false;
  void app.exited.then(() => (hasExited = true));
  while (Date.now() < end) {
    if (hasExited)
      throw new StartError("The app stopped while starting; its last words are above.");
    const response = await fetch(`http://${host}:${port}/api/health`).catch(() => null);
    if (response?.ok) return;
    await sleep(150);
  }
  throw new StartError(`The app did not become ready within ${timeoutMs / 1000} s.`);
}
