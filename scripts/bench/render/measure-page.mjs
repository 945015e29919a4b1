const mb = 1024 * 1024;

/** What one renderer needs for one article, in a fresh page. Rejects on an error in the page. */
export async function measurePage(browser, address, { words, spans }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const broken = new Promise((_, reject) => page.once("pageerror", reject));
    broken.catch(() => undefined);
    return await Promise.race([broken, measure(page, address, { words, spans })]);
  } finally {
    await context.close();
  }
}

async function measure(page, address, { words, spans }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(address);
  await page.evaluate(({ words, spans }) => window.bench.prepare(words, spans), { words, spans });
  const before = await memoryOf(session);
  const firstRenderMs = await page.evaluate(() => window.bench.firstRenderMs());
  const after = await memoryOf(session);
  const addMs = await page.evaluate(() => window.bench.addMs());
  const hitMicroseconds = await page.evaluate(() => window.bench.hitMicroseconds());
  const { frameMs, shownMs } = await page.evaluate(() => window.bench.scroll());
  return {
    firstRenderMs: [firstRenderMs],
    addMs,
    hitMicroseconds: [hitMicroseconds],
    scrollFrameMs: frameMs,
    scrollShownMs: shownMs,
    heapMb: [(after.JSHeapUsedSize - before.JSHeapUsedSize) / mb],
    domNodes: [after.Nodes - before.Nodes],
  };
}

async function memoryOf(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
