import "server-only";
import { spawn } from "node:child_process";

import { log } from "./log";

const running = new Set<string>();

/** Computes a large project's agreement in a process of its own, so that no request waits for it. */
export function startAgreementJob(projectId: string): void {
  if (running.has(projectId)) return;
  running.add(projectId);
  const job = spawn(
    process.execPath,
    [
      // What is counted of an article is short-lived: a larger nursery spares copying it.
      ...["--max-semi-space-size=64", "--conditions=react-server", "--import", "tsx"],
      ...["lib/jobs/refresh-agreement.ts", projectId],
    ],
    { stdio: ["ignore", "ignore", "inherit"], windowsHide: true },
  );
  job.once("error", (error) => {
    running.delete(projectId);
    log("error", "agreement_job_failed", { projectId, error: error.message });
  });
  job.once("exit", (code) => {
    running.delete(projectId);
    if (code !== 0) log("error", "agreement_job_failed", { projectId, code });
  });
}
