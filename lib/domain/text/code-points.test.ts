import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CodePointIndex, countCodePoints, sliceCodePoints } from "./code-points";

const unicode = fc.string({ unit: "binary", maxLength: 1200 });

describe("CodePointIndex", () => {
  it("counts and slices as spreading into code points does", () => {
    fc.assert(
      fc.property(unicode, fc.nat(), fc.nat(), (text, a, b) => {
        const points = [...text];
        const start = a % (points.length + 1);
        const end = start + (b % (points.length + 1 - start));
        expect(countCodePoints(text)).toBe(points.length);
        expect(sliceCodePoints(text, start, end)).toBe(points.slice(start, end).join(""));
      }),
    );
  });

  it("converts there and back at every offset", () => {
    fc.assert(
      fc.property(unicode, (text) => {
        const index = new CodePointIndex(text);
        for (let codePoint = 0; codePoint <= index.length; codePoint++) {
          expect(index.toCodePoint(index.toUtf16(codePoint))).toBe(codePoint);
        }
      }),
    );
  });

  it("keeps its place over many checkpoints", () => {
    const index = new CodePointIndex("a😀".repeat(1000));
    expect(index.length).toBe(2000);
    expect(index.toUtf16(2000)).toBe(3000);
    expect(index.toUtf16(513)).toBe(769);
    expect(index.toCodePoint(769)).toBe(513);
  });

  it("refuses what is outside or between two halves", () => {
    const index = new CodePointIndex("a😀b");
    expect(() => index.toCodePoint(2)).toThrow(RangeError);
    expect(() => index.toUtf16(4)).toThrow(RangeError);
    expect(() => index.toUtf16(-1)).toThrow(RangeError);
    expect(() => index.toUtf16(0.5)).toThrow(RangeError);
  });
});
