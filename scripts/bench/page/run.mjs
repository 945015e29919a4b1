import { openBrowser } from "../browser.mjs";
import { startDemoApp } from "../demo-app.mjs";
import { median, ratio } from "../median.mjs";
import { startBareApp } from "./bare-app.mjs";
import { librariesIn } from "./libraries.mjs";
import { visit } from "./visit.mjs";

const nHeaviest = 8;

/** What the annotation page costs to open, against a page of the same Next with one button. */
export async function run({ isQuick, say }) {
  const app = await startDemoApp("bench-page");
  const stops = [app.stop];
  try {
    say("page: building the bare page");
    const bare = await startBareApp();
    stops.push(bare.stop);
    const opened = await openBrowser();
    stops.push(opened.kill);
    const pages = await choosePages(app, bare);
    const visits = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
    for (let repetition = 0; repetition < (isQuick ? 3 : 9); repetition++) {
      for (const [name, page] of Object.entries(pages)) {
        visits[name].push(await visit(opened.browser, page));
      }
    }
    return report(visits, opened.version);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function choosePages(app, bare) {
  const annotator = await app.signIn("annotator-a");
  const { items } = await annotator.get("/api/v1/assignments");
  const url = `${app.url}/annotate/${items[0].id}`;
  return {
    annotate: { url, selector: "[role=application]", cookies: annotator.cookies() },
    "sign-in": { url: `${app.url}/sign-in`, selector: "form" },
    bare: { url: bare.url, selector: "button" },
  };
}

function report(visits, browser) {
  const total = (scripts, name) => scripts.reduce((sum, script) => sum + script[name], 0);
  const pages = Object.entries(visits).map(([name, all]) => {
    const { scripts } = all[0];
    return {
      page: name,
      nScripts: scripts.length,
      transferBytes: total(scripts, "transferBytes"),
      gzipBytes: total(scripts, "gzipBytes"),
      rawBytes: total(scripts, "rawBytes"),
      interactiveMs: median(all.map(({ interactiveMs }) => interactiveMs)),
    };
  });
  const of = (name) => pages.find(({ page }) => page === name);
  const result = {
    benchmark: "page",
    browser,
    nRepetitions: visits.bare.length,
    pages,
    gzipRatio: ratio(of("annotate").gzipBytes, of("bare").gzipBytes),
    interactiveRatio: ratio(of("annotate").interactiveMs, of("bare").interactiveMs),
    heaviest: heaviest(visits.annotate[0].scripts),
    heaviestOfBare: heaviest(visits.bare[0].scripts),
  };
  return { result, lines: linesOf(result) };
}

/** The largest scripts of a page. */
function heaviest(scripts) {
  return [...scripts]
    .sort((a, b) => b.gzipBytes - a.gzipBytes)
    .slice(0, nHeaviest)
    .map(({ name, gzipBytes, text }) => ({ name, gzipBytes, libraries: librariesIn(text) }));
}

function linesOf(result) {
  const { browser, nRepetitions, pages, gzipRatio, interactiveRatio } = result;
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB`.padStart(9);
  const scriptLines = (scripts) =>
    scripts.map(
      ({ name, gzipBytes, libraries }) =>
        `  ${kb(gzipBytes)} ${name.padEnd(27)} ${libraries.join(", ")}`,
    );
  return [
    `Browser ${browser}, empty cache, medians of ${nRepetitions}. JavaScript sent, and time to interactive:`,
    ...pages.map(
      ({ page, nScripts, gzipBytes, transferBytes, interactiveMs }) =>
        `  ${page.padEnd(9)} ${String(nScripts).padStart(2)} scripts ${kb(gzipBytes)} gzip ${kb(transferBytes)} sent ${interactiveMs.toFixed(0).padStart(5)} ms`,
    ),
    `  annotate to bare: ${gzipRatio.toFixed(2)} x the JavaScript, ${interactiveRatio.toFixed(2)} x the time`,
    "Heaviest scripts of the annotation page:",
    ...scriptLines(result.heaviest),
    "Heaviest scripts of the bare page:",
    ...scriptLines(result.heaviestOfBare),
  ];
}
