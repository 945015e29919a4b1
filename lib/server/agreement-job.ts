import "server-only";
import { spawn } from "node:child_process";

import { log } from "./log";

const running = new Set<string>();

/** Computes a large project's agreement in a process of its own, so that no request waits for it. */
export function startAgreementJob(projectId: string): void {
  start("lib/jobs/refresh-agreement.ts", projectId);
}

/** The same for the coefficients of the advanced section, which take far longer. */
export function startAdvancedAgreementJob(projectId: string): void {
  start("lib/jobs/refresh-advanced-agreement.ts", projectId);
}

function start(script: string, projectId: string): void {
  const key = `${script} ${projectId}`;
  if (running.has(key)) return;
  running.add(key);
  const job = spawn(
    process.execPath,
    [
      // What is counted of an article is short-lived: a larger nursery spares copying it.
      ...["--max-semi-space-size=64", "--conditions=react-server", "--import", "tsx"],
      ...[script, projectId],
    ],
    { stdio: ["ignore", "ignore", "inherit"], windowsHide: true },
  );
  job.once("error", (error) => {
    running.delete(key);
    log("error", "agreement_job_failed", { projectId, script, error: error.message });
  });
  job.once("exit", (code) => {
    running.delete(key);
    if (code !== 0) log("error", "agreement_job_failed", { projectId, script, code });
  });
}
