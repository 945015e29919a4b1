import { existsSync } from "node:fs";

import { chromium, defineConfig } from "@playwright/test";

/** A browser that is here already, else the one that npm brings: nothing is downloaded. */
async function findBrowser(): Promise<string> {
  const installed = [chromium.executablePath(), "/usr/bin/chromium", "/usr/bin/google-chrome"];
  const found = installed.find((path) => existsSync(path));
  if (found) return found;
  const { default: bundled } = await import("@sparticuz/chromium");
  return bundled.executablePath();
}

const demoChain = /(01|02|06|07|11|13)-.*\.spec\.ts$/;
const demoScreens = /10-.*\.spec\.ts$/;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  workers: 3,
  fullyParallel: false,
  projects: [
    // These share the demo project and change it: one at a time, in the order of their names.
    { name: "demo", testMatch: demoChain, workers: 1 },
    // These look at what is there after that, each by itself.
    { name: "screens", testMatch: demoScreens, dependencies: ["demo"], fullyParallel: true },
    // These make the projects that they work in, or change nothing: any of them runs beside any.
    { name: "own worlds", testIgnore: [demoChain, demoScreens] },
  ],
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.E2E_REPORT ?? "../test-results/e2e.json" }],
  ],
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    // Steps, requests and console; pictures of every step would take as long as the tests do.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    screenshot: "only-on-failure",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: await findBrowser(),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
