import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isGraphemeBoundary, nextGrapheme, previousGrapheme, snapToGraphemes } from "./graphemes";
import { snapRange } from "./snap-range";
import { trimRange } from "./trim-range";

const family = "👩‍👩‍👧‍👦";
const accented = "cafe\u0301";
const text = fc.string({ unit: "binary", maxLength: 60 });

const piece = fc.constantFrom(
  "a",
  "b",
  " ",
  ".",
  "\n",
  "\u0301",
  "\u200d",
  "é",
  "👩",
  "क",
  "ि",
  "🇺",
);
const mixed = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

/** Where the standard's own implementation sees clusters begin and end. */
function boundariesOf(whole: string): number[] {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(whole);
  return [...new Set([...segments].map(({ index }) => index).concat(whole.length))];
}

const at = (whole: string, part: string) => {
  const start = whole.indexOf(part);
  return { start, end: start + part.length };
};
const read = (whole: string, range: { start: number; end: number } | null) =>
  range && whole.slice(range.start, range.end);

describe("graphemes", () => {
  it("sees one character where readers do", () => {
    expect(isGraphemeBoundary(family, 2)).toBe(false);
    expect(isGraphemeBoundary(accented, 4)).toBe(false);
    expect(isGraphemeBoundary("🇺🇦🇺🇸", 4)).toBe(true);
    expect(isGraphemeBoundary("🇺🇦🇺🇸", 2)).toBe(false);
    expect(isGraphemeBoundary("a\nb", 1)).toBe(true);
  });

  it("finds in any text the boundaries that Unicode has", () => {
    fc.assert(
      fc.property(mixed, (whole) => {
        const starts = new Set(boundariesOf(whole));
        for (let place = 0; place <= whole.length; place++) {
          expect(isGraphemeBoundary(whole, place), `${place} of ${whole}`).toBe(starts.has(place));
        }
      }),
    );
  });

  it("widens a range to whole characters and no further", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
        const start = a % (whole.length + 1);
        const end = start + (b % (whole.length + 1 - start));
        const snapped = snapToGraphemes(whole, { start, end });
        expect(snapped.start).toBeLessThanOrEqual(start);
        expect(snapped.end).toBeGreaterThanOrEqual(end);
        expect(isGraphemeBoundary(whole, snapped.start)).toBe(true);
        expect(isGraphemeBoundary(whole, snapped.end)).toBe(true);
      }),
    );
  });

  it("walks forth and back over the same boundaries", () => {
    fc.assert(
      fc.property(mixed, (whole) => {
        const forth = [0];
        for (let place = 0; place < whole.length;) forth.push((place = nextGrapheme(whole, place)));
        const back = [whole.length];
        for (let place = whole.length; place > 0;) {
          back.unshift((place = previousGrapheme(whole, place)));
        }
        expect(forth).toEqual(boundariesOf(whole));
        expect(back).toEqual(forth);
      }),
    );
  });
});

describe("trimRange", () => {
  it.each([
    [" said. ", "said"],
    ["\u00a0“said”,:;", "“said”"],
    ["NATO\u200b", "NATO"],
    ["U.S", "U.S"],
    [". \n,", null],
  ])("%j leaves %j", (whole, left) => {
    expect(read(whole, trimRange(whole, { start: 0, end: whole.length }))).toBe(left);
  });

  it("leaves a full stop that carries an accent", () => {
    const whole = "a.\u0301";
    expect(read(whole, trimRange(whole, { start: 0, end: 3 }))).toBe(whole);
  });

  it("is done after one go", () => {
    fc.assert(
      fc.property(text, (whole) => {
        const once = trimRange(whole, { start: 0, end: whole.length });
        if (once) expect(trimRange(whole, once)).toEqual(once);
      }),
    );
  });
});

describe("snapRange", () => {
  const whole = "The news network reported it.\nMoscow said no. Kiev did.";
  it("widens to words, sentences and paragraphs", () => {
    const raw = at(whole, "ws netw");
    expect(read(whole, snapRange(whole, raw, "character"))).toBe("ws netw");
    expect(read(whole, snapRange(whole, raw, "word"))).toBe("news network");
    expect(read(whole, snapRange(whole, at(whole, "said"), "sentence"))).toBe("Moscow said no");
    expect(read(whole, snapRange(whole, at(whole, "said"), "paragraph"))).toBe(
      "Moscow said no. Kiev did",
    );
  });

  it("does not take in a word that the selection only touches", () => {
    expect(read(whole, snapRange(whole, at(whole, " network "), "word"))).toBe("network");
  });

  it("finds nothing in white space and marks", () => {
    expect(snapRange("a . b", { start: 1, end: 4 }, "word")).toBeNull();
  });
});
