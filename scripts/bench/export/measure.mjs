import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { quantile } from "../median.mjs";

const script = fileURLToPath(new URL("download.mjs", import.meta.url));

/** Downloads annotations.csv of a project. @throws unless it arrives whole */
export async function download(app, cookie, projectId, profile) {
  const url = `${app.url}/api/v1/projects/${projectId}/exports/annotations.csv?profile=${profile}`;
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, cookie]);
  return JSON.parse(stdout);
}

/** Asks for the health page fifty times a second while `work` goes on. @returns p95 in ms */
export async function healthDuring(app, work) {
  const times = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const begun = performance.now();
      const response = await fetch(`${app.url}/api/health`);
      await response.arrayBuffer();
      times.push(performance.now() - begun);
      await sleep(20);
    }
  })();
  const result = await work().finally(() => (isOver = true));
  await asking;
  return { result, p95Ms: quantile(times, 0.95) };
}
