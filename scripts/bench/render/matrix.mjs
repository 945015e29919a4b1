import { openBrowser } from "../browser.mjs";
import { measurePage } from "./measure-page.mjs";

/** Longer than any renderer that could be used needs for all its measurements. */
const pageTimeoutMs = 20_000;
/** A page this slow is measured twice only: more would cost minutes and change no verdict. */
const slowPageMs = 6_000;

/**
 * Measures every renderer on every article, renderers taking turns, until each article has its
 * repetitions or the time is up. In a row `samples[n]` is from repetition n, or null where it has none.
 */
export async function measureMatrix({ cells, renderers, url, budgetMs, say }) {
  const nRepetitions = Math.max(...cells.map((cell) => cell.nRepetitions));
  const rows = cells.flatMap((cell) =>
    renderers.map((renderer) => ({ ...cell, renderer, samples: [], note: null, slowestMs: 0 })),
  );
  const begunMs = performance.now();
  let opened = await openBrowser();
  const { version } = opened;
  try {
    for (let repetition = 0; repetition < nRepetitions; repetition++) {
      if (repetition > 0 && performance.now() - begunMs > budgetMs) break;
      for (const row of rows) {
        row.samples.push(null);
        if (row.note || repetition >= row.nRepetitions) continue;
        if (row.slowestMs > slowPageMs && repetition > 1) continue;
        const startedMs = performance.now();
        try {
          const address = `${url}/${row.renderer}`;
          row.samples[repetition] = await inTime(measurePage(opened.browser, address, row));
        } catch (error) {
          row.note = error instanceof Error ? error.message : String(error);
          await opened.kill();
          opened = await openBrowser();
        }
        row.slowestMs = Math.max(row.slowestMs, performance.now() - startedMs);
      }
      const spentS = Math.round((performance.now() - begunMs) / 1000);
      say(`render: repetition ${repetition + 1} of ${nRepetitions} done after ${spentS} s`);
    }
  } finally {
    await opened.kill();
  }
  return { browser: version, rows };
}

function inTime(work) {
  work.catch(() => undefined);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`over ${pageTimeoutMs / 1000} s`)),
      pageTimeoutMs,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
