import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { runNode } from "../bootstrap/child.mjs";
import { openDatabase, prepareDatabase } from "../bootstrap/database.mjs";
import { buildApp } from "../bootstrap/prepare.mjs";
import { startSlantwise } from "./servers.mjs";
import { countPlaywright, countVitest } from "./tally.mjs";

const bin = (file) => path.join("node_modules", file);
const reports = path.resolve(".tmp", "reports");

/** A tool that passes or fails as a whole. */
async function runTool(...runs) {
  for (const args of runs) {
    const { code, output } = await runNode(args);
    if (code !== 0) {
      process.stdout.write(output);
      return { passed: 0, failed: 1 };
    }
  }
  return { passed: 1, failed: 0 };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

async function runVitest(project, env = {}) {
  const report = path.join(reports, `${project}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await runNode(
    [
      bin("vitest/vitest.mjs"),
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { env: { NODE_ENV: "test", ...env } },
  );
  if (code !== 0) process.stdout.write(output);
  const counts = countVitest(readReport(report));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function runServices() {
  const dataDir = path.resolve(".tmp", "test-services");
  rmSync(dataDir, { recursive: true, force: true });
  const database = await openDatabase(dataDir);
  try {
    await prepareDatabase(database.url);
    return await runVitest("services", {
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: "for tests only",
      NEXTAUTH_URL: "http://127.0.0.1:3000",
    });
  } finally {
    await database.stop();
  }
}

async function runE2e() {
  const report = path.join(reports, "e2e.json");
  rmSync(report, { force: true });
  // When the step before wasn't asked for.
  await buildApp();
  const servers = await startBoth();
  try {
    const [demo, empty] = servers;
    const { code } = await runNode(
      [bin("@playwright/test/cli.js"), "test", "-c", "e2e/playwright.config.ts"],
      {
        echo: true,
        env: {
          BASE_URL: demo.url,
          BASE_URL_EMPTY: empty.url,
          DATA_DIR: demo.dataDir,
          E2E_REPORT: report,
        },
      },
    );
    const counts = countPlaywright(readReport(report));
    if (code !== 0) for (const server of servers) process.stdout.write(server.readOutput());
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    await stopAll(servers);
  }
}

/** One with the demo and one without anybody; when one can't start, the other doesn't stay. */
async function startBoth() {
  const outcomes = await Promise.allSettled([
    startSlantwise("e2e-demo", { DEMO: "1" }),
    startSlantwise("e2e-empty", { DEMO: "0" }),
  ]);
  const servers = outcomes.flatMap(({ value }) => value ?? []);
  const failed = outcomes.find(({ status }) => status === "rejected");
  if (!failed) return servers;
  await stopAll(servers);
  throw failed.reason;
}

async function stopAll(servers) {
  await Promise.all(servers.map((server) => server.stop()));
}

/** Every step of `npm test` by name, in order: what is quick to fail comes first. */
export const steps = {
  format: () => runTool([bin("prettier/bin/prettier.cjs"), "--check", "."]),
  lint: () => runTool([bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"]),
  types: () =>
    runTool([bin("next/dist/bin/next"), "typegen"], [bin("typescript/bin/tsc"), "--noEmit"]),
  architecture: () =>
    runTool([
      bin("dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      ".dependency-cruiser.cjs",
      ...["app", "components", "lib", "e2e", "proxy.ts"],
    ]),
  unit: () => runVitest("unit"),
  build: async () => {
    await buildApp();
    return { passed: 1, failed: 0 };
  },
  services: runServices,
  e2e: runE2e,
};
