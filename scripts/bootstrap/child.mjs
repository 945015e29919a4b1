import { spawn } from "node:child_process";

const quiet = {
  CHECKPOINT_DISABLE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  npm_config_fund: "false",
  npm_config_audit: "false",
  npm_config_update_notifier: "false",
};

export function childEnv(extra = {}) {
  return { ...process.env, ...quiet, ...extra };
}

/**
 * Runs a Node script to its end.
 * @returns {Promise<{code: number, output: string}>} both streams in the order they came
 */
export function runNode(args, { env = {}, echo = false, cwd = process.cwd() } = {}) {
  return run(process.execPath, args, { env, echo, cwd });
}

/** Runs npm as the npm that started us, else the one beside this Node, without a shell. */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli)) return runNode([cli, ...args], options);
  const isWindows = process.platform === "win32";
  return run(isWindows ? "npm.cmd" : "npm", args, { ...options, shell: isWindows });
}

function run(command, args, { env = {}, echo = false, cwd = process.cwd(), shell = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      env: childEnv(env),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += text;
        if (echo) process.stdout.write(text);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
