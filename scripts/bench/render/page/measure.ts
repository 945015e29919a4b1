import { tagIds } from "./assignment";
import { type Corpus, makeCorpus } from "./corpus";
import { afterFrame, asClick, nextFrame, sleep } from "./frames";
import type { Renderer } from "./renderer";

type Bench = {
  prepare(nWords: number, nSpans: number): Promise<void>;
  firstRenderMs(): Promise<number>;
  addMs(): Promise<number[]>;
  hitMicroseconds(): number;
  scroll(): Promise<{ frameMs: number[]; shownMs: number[] }>;
};

declare global {
  interface Window {
    bench: Bench;
  }
}

const nScrolls = 7;
const nHits = 200;

/** Lets the driver measure this renderer. */
export function serve(renderer: Renderer): void {
  let corpus: Corpus | undefined;
  const container = document.querySelector<HTMLElement>("#article");
  if (!container) throw new Error("the page has no place for the article");

  window.bench = {
    async prepare(nWords, nSpans) {
      corpus = makeCorpus(nWords, nSpans, tagIds);
      await document.fonts.load('18px "Source Serif 4 Variable"');
      await document.fonts.ready;
      await sleep(50);
    },
    async firstRenderMs() {
      if (!corpus) throw new Error("prepare first");
      await nextFrame();
      const begunMs = performance.now();
      await renderer.draw(container, corpus);
      const renderMs = performance.now() - begunMs;
      renderer.check();
      await sleep(200);
      return renderMs;
    },
    async addMs() {
      const timesMs: number[] = [];
      for (const span of corpus?.added ?? []) {
        await nextFrame();
        const begunMs = performance.now();
        let shown: Promise<void> = Promise.resolve();
        asClick(() => {
          shown = renderer.add(span);
        });
        await shown;
        timesMs.push(performance.now() - begunMs);
        // People add one at a time: the saving of one isn't part of showing the next.
        await sleep(45);
      }
      renderer.check();
      return timesMs;
    },
    hitMicroseconds() {
      const { left, width } = container.getBoundingClientRect();
      const begunMs = performance.now();
      for (let at = 0; at < nHits; at++) {
        const x = left + ((at * 37) % 100) * (width / 100);
        renderer.hit(x, 20 + ((at * 61) % (window.innerHeight - 40)));
      }
      return ((performance.now() - begunMs) * 1000) / nHits;
    },
    async scroll() {
      const frameMs: number[] = [];
      const shownMs: number[] = [];
      const reach = document.documentElement.scrollHeight - window.innerHeight;
      for (let at = 1; at <= nScrolls; at++) {
        await nextFrame();
        const begunMs = performance.now();
        const shown = renderer.scrolled();
        window.scrollTo(0, reach * ((at * 0.618) % 1));
        await afterFrame();
        frameMs.push(performance.now() - begunMs);
        await shown;
        shownMs.push(performance.now() - begunMs);
        await sleep(30);
      }
      window.scrollTo(0, 0);
      await sleep(100);
      return { frameMs, shownMs };
    },
  };
}
