import { existsSync } from "node:fs";

import { runNode, runNpm } from "./child.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { StartError } from "./start-error.mjs";

const installStamp = "node_modules/.slantwise-lock";
const generateStamp = "node_modules/.slantwise-client";
const buildStamp = ".next/.slantwise-build";
const oldestNode = [20, 19];

/** @throws {StartError} below the Node version in package.json's engines */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new StartError(
    `Node ${version} is too old: install Node ${oldestNode.join(".")} or newer from https://nodejs.org and start again.`,
  );
}

export async function installDependencies() {
  const print = fingerprint(["package-lock.json"]);
  if (isStamped(installStamp, print)) return "unchanged";
  const { code, output } = await runNpm(["ci", "--include=dev"]);
  if (code !== 0) {
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(output)) {
      throw new StartError(
        "The npm registry can't be reached: check the network or npm's registry setting, and start again.",
      );
    }
    // npm says what is wrong first and how to use it last.
    const reasons = output.split("\n").filter((line) => line.startsWith("npm error"));
    throw new StartError(`npm ci failed:\n${reasons.slice(0, 8).join("\n")}`);
  }
  stamp(installStamp, print);
  return "installed";
}

export async function generateClient() {
  const print = fingerprint(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  if (existsSync("lib/db/generated") && isStamped(generateStamp, print)) return "unchanged";
  const { code, output } = await runNode(["node_modules/prisma/build/index.js", "generate"]);
  if (code !== 0) throw new StartError(`prisma generate failed:\n${lastLines(output)}`);
  stamp(generateStamp, print);
  return "generated";
}

export async function buildApp() {
  const print = fingerprint([
    ...["app", "components", "lib", "public", "prisma/schema.prisma", "proxy.ts"],
    ...["next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"],
  ]);
  if (isStamped(buildStamp, print)) return "unchanged";
  const { code, output } = await runNode(["node_modules/next/dist/bin/next", "build"], {
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) throw new StartError(`next build failed:\n${lastLines(output, 60)}`);
  stamp(buildStamp, print);
  return "built";
}

export function lastLines(text, count = 20) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
