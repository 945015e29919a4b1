import { existsSync } from "node:fs";

import { chromium } from "playwright";

/** A browser that is here already, else the one that npm brings: nothing is downloaded. */
async function findBrowser() {
  const installed = [chromium.executablePath(), "/usr/bin/chromium", "/usr/bin/google-chrome"];
  const found = installed.find((path) => existsSync(path));
  if (found) return found;
  const { default: bundled } = await import("@sparticuz/chromium");
  return bundled.executablePath();
}

/** A browser that can be killed while a page of it is stuck. */
export async function openBrowser() {
  const server = await chromium.launchServer({
    executablePath: await findBrowser(),
    // Else a signal would close the browser and leave the process that it was meant for.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  return { browser, version: browser.version(), kill: () => server.kill() };
}
