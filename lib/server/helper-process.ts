import "server-only";
import { type ChildProcess, spawn } from "node:child_process";

import { AppError, type ErrorCode } from "../domain/errors";

/** What a helper answers: a result, an outcome that the caller can act on, or that it broke. */
export type HelperAnswer = { id: number } & (
  | { result: unknown }
  | { problem: { code: ErrorCode; message: string; details: AppError["details"] } }
  | { failure: string }
);
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };
type Helper = { process: ChildProcess; waiting: Map<number, Waiting>; idle?: NodeJS.Timeout };

/** A helper with nothing to do goes after this, and its memory with it. */
const idleMs = 120_000;
const kept = globalThis as { slantwiseHelpers?: Map<string, Helper>; slantwiseAsked?: number };

/**
 * Has a script of `lib/jobs` do some heavy work in a process of its own, at low priority, which
 * stays for the next. The script answers each `{id, job}` with a `HelperAnswer`.
 * @throws {AppError} what the script threw; Error when it broke or died
 */
export function askHelperProcess<Result>(script: string, job: object): Promise<Result> {
  const helper = helperOf(script);
  clearTimeout(helper.idle);
  const id = (kept.slantwiseAsked = (kept.slantwiseAsked ?? 0) + 1);
  return new Promise<Result>((resolve, reject) => {
    helper.waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
    helper.process.send({ id, job }, (error) => {
      if (error) settle(helper, { id, failure: error.message });
    });
  });
}

function helperOf(script: string): Helper {
  const helpers = (kept.slantwiseHelpers ??= new Map<string, Helper>());
  const running = helpers.get(script);
  if (running?.process.connected) return running;
  const child = spawn(
    process.execPath,
    [
      // Garbage is taken away in time, however much memory the machine has.
      ...["--max-old-space-size=768", "--max-semi-space-size=64", "--conditions=react-server"],
      ...["--import", "tsx", script],
    ],
    {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      windowsHide: true,
      // A session of its own, which `giveWay` puts behind the app's.
      detached: process.platform !== "win32",
    },
  );
  const helper: Helper = { process: child, waiting: new Map() };
  helpers.set(script, helper);
  child.on("message", (answer) => settle(helper, answer as HelperAnswer));
  const end = (reason: string) => {
    if (helpers.get(script) === helper) helpers.delete(script);
    for (const id of helper.waiting.keys()) settle(helper, { id, failure: reason });
  };
  child.once("error", (error) => end(error.message));
  child.once("exit", (code, signal) => end(`the helper process ended (${code ?? signal})`));
  // The app may end whether a helper waits for work or not.
  child.unref();
  child.channel?.unref();
  return helper;
}

function settle(helper: Helper, answer: HelperAnswer): void {
  const waiting = helper.waiting.get(answer.id);
  helper.waiting.delete(answer.id);
  if (helper.waiting.size === 0) {
    clearTimeout(helper.idle);
    helper.idle = setTimeout(() => helper.process.disconnect(), idleMs).unref();
  }
  if (!waiting) return;
  if ("result" in answer) waiting.resolve(answer.result);
  else if ("problem" in answer) {
    const { code, message, details } = answer.problem;
    waiting.reject(new AppError(code, message, details));
  } else waiting.reject(new Error(answer.failure));
}
