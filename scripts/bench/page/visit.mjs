import { gzipSync } from "node:zlib";

/** Opens a page with an empty cache: which scripts come, how large, and when it answers. */
export async function visit(browser, { url, selector, cookies = [] }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    if (cookies.length > 0) await context.addCookies(cookies);
    const page = await context.newPage();
    const scripts = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(weigh(response));
    });
    await page.addInitScript(watchHydration, selector);
    await page.goto(url, { waitUntil: "networkidle" });
    const interactiveMs = await page.evaluate(() => window.interactive);
    return { interactiveMs, scripts: await Promise.all(scripts) };
  } finally {
    await context.close();
  }
}

async function weigh(response) {
  const body = await response.body();
  const { responseBodySize } = await response.request().sizes();
  return {
    name: new URL(response.url()).pathname.split("/").at(-1),
    transferBytes: responseBodySize,
    gzipBytes: gzipSync(body, { level: 9 }).length,
    rawBytes: body.length,
    text: body.toString("utf8"),
  };
}

/**
 * Runs in the page, before its own scripts: the time from navigation until React has taken over
 * the element and the main thread is free again.
 */
function watchHydration(selector) {
  window.interactive = new Promise((resolve) => {
    const look = () => {
      const element = document.querySelector(selector);
      const isTaken =
        element && Object.keys(element).some((key) => key.startsWith("__reactProps$"));
      if (!isTaken) return setTimeout(look, 4);
      requestIdleCallback(() => resolve(performance.now()));
    };
    look();
  });
}
