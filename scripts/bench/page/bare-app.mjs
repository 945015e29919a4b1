import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { childEnv, runNode } from "../../bootstrap/child.mjs";
import { freePort } from "../../testing/servers.mjs";

const next = path.resolve("node_modules/next/dist/bin/next");
const folder = path.resolve(".tmp/bench-bare");

// Its packages are the project's, found in the folder above.
const files = {
  "package.json": JSON.stringify({ name: "bench-bare", private: true, type: "module" }),
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(path.resolve("."))} } };`,
  "app/layout.js": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.js": `import { Counter } from "./counter";
export const dynamic = "force-dynamic";
export default function Page() {
  return <main role="application"><Counter /></main>;
}`,
  "app/counter.js": `"use client";
import { useState } from "react";
export function Counter() {
  const [count, setCount] = useState(0);
  return <button onClick={() => setCount(count + 1)}>{count}</button>;
}`,
};

/** A page of the same Next with one button, built and served as Slantwise is. */
export async function startBareApp() {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const { code, output } = await runNode([next, "build", folder], {
    env: { NODE_ENV: "production" },
  });
  if (code !== 0 || !existsSync(path.join(folder, ".next"))) {
    throw new Error(`the bare page was not built:\n${output}`);
  }
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [next, "start", folder, "-p", String(port), "-H", "127.0.0.1"],
    { env: childEnv({ NODE_ENV: "production" }), stdio: "ignore", windowsHide: true },
  );
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const url = `http://127.0.0.1:${port}`;
  for (let waitedMs = 0; !(await answers(url)); waitedMs += 100) {
    if (child.exitCode !== null || waitedMs > 30_000)
      throw new Error("the bare page did not start");
    await sleep(100);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  return { url, stop };
}

async function answers(url) {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
