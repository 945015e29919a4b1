import { openBrowser } from "../browser.mjs";
import { startDemoApp } from "../demo-app.mjs";
import { median, quantile, ratio } from "../median.mjs";
import { seedArticles } from "./seed-articles.mjs";

const nWords = 25_000;
const nSpans = 1000;
const nVisits = 4;
const nRounds = 5;
const saved = /^(All|1) .*saved/;

/** From each key or click to the frame that shows its effect, in the real app. */
export async function measureInteractions(say) {
  const app = await startDemoApp("bench-render");
  const opened = await openBrowser();
  try {
    say("render: interactions in the app");
    const annotator = await app.signIn("annotator-c");
    const admin = await app.signIn("admin");
    const articles = await seedArticles({ admin, annotator, nWords, nSpans });
    const timesMs = { empty: [], annotated: [] };
    for (let visit = 0; visit < nVisits; visit++) {
      for (const name of Object.keys(timesMs)) {
        const address = `${app.url}/annotate/${articles[name]}`;
        timesMs[name].push(...(await visitArticle(opened.browser, address, annotator.cookies())));
      }
    }
    return summarise(timesMs);
  } finally {
    await opened.kill();
    await app.stop();
  }
}

function summarise({ empty, annotated }) {
  const [emptyMs, annotatedMs] = [empty, annotated].map((events) => events.map(({ ms }) => ms));
  const byKind = [...new Set(empty.map(({ kind }) => kind))].map((kind) => {
    const of = (events) => median(events.filter((one) => one.kind === kind).map(({ ms }) => ms));
    return { kind, emptyMs: of(empty), annotatedMs: of(annotated) };
  });
  const p98 = (values) => quantile(values, 0.98);
  return {
    nWords,
    nSpans,
    nInteractions: emptyMs.length,
    emptyMs: median(emptyMs),
    annotatedMs: median(annotatedMs),
    ratio: ratio(median(annotatedMs), median(emptyMs)),
    emptyP98Ms: p98(emptyMs),
    annotatedP98Ms: p98(annotatedMs),
    p98Ratio: ratio(p98(annotatedMs), p98(emptyMs)),
    byKind,
    lines: [
      `Interaction to frame in the app, ms: ${nWords} words / ${nSpans} spans, and an empty article`,
      ...byKind.map(
        (one) =>
          `  ${one.kind.padEnd(10)} ${one.annotatedMs?.toFixed(1).padStart(7)} ${one.emptyMs?.toFixed(1).padStart(7)}`,
      ),
      `  ${"98th pct".padEnd(10)} ${p98(annotatedMs).toFixed(1).padStart(7)} ${p98(emptyMs).toFixed(1).padStart(7)}`,
      "",
    ],
  };
}

/** Reads, tags, selects and removes by keyboard and mouse; leaves the article as it was. */
export async function visitArticle(browser, address, cookies) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.addInitScript(recordInteractions);
    await page.goto(address, { waitUntil: "networkidle" });
    const picker = page.getByRole("dialog", { name: "Choose a tag" });
    const doAs = async (kind, action) => {
      await page.evaluate((next) => (window.interactionKind = next), kind);
      await action();
      await page.waitForTimeout(60);
    };
    const press = (kind, key) => doAs(kind, () => page.keyboard.press(key));
    for (let round = 0; round < nRounds; round++) {
      // The caret begins at the start of the text each time, where no span of an earlier round is.
      await page.getByRole("application").blur();
      await page.evaluate(collapseToStart);
      await page.keyboard.press("Shift");
      await page.getByRole("application").focus();
      for (let step = 0; step <= round; step++) await press("move", "ArrowDown");
      for (let step = 0; step < 3; step++) await press("extend", "Control+Shift+ArrowRight");
      await press("ask", "Enter");
      await picker.waitFor();
      await press("tag", "1");
      await picker.waitFor({ state: "hidden" });
      const mark = await page.evaluate(markOfSelected);
      await press("deselect", "Escape");
      await doAs("select", () => page.mouse.click(mark.x, mark.y));
      await press("remove", "Delete");
    }
    await page.getByRole("status", { name: "Save state" }).filter({ hasText: saved }).waitFor();
    return await page.evaluate(() => window.interactions);
  } finally {
    await context.close();
  }
}

/** Runs in the page: puts the caret at the start of the article's text. */
function collapseToStart() {
  const body = document.querySelector("[data-segment=body]");
  const first = body && document.createTreeWalker(body, NodeFilter.SHOW_TEXT).nextNode();
  if (!first) throw new Error("the article has no text");
  window.getSelection().collapse(first, 0);
}

/** Runs in the page: the middle of the selected span's first piece. */
function markOfSelected() {
  const mark = document.querySelector("mark[data-selected]");
  if (!mark) throw new Error("no span is selected");
  const [rect] = mark.getClientRects();
  return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
}

/** Runs in the page, before its own scripts. */
function recordInteractions() {
  window.interactions = [];
  const modifiers = new Set(["Control", "Shift"]);
  const record = ({ timeStamp, key }) => {
    if (modifiers.has(key)) return;
    const kind = window.interactionKind;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.interactions.push({ kind, ms: performance.now() - timeStamp });
      port2.postMessage(null);
    });
  };
  for (const type of ["keydown", "click"]) window.addEventListener(type, record, true);
}
