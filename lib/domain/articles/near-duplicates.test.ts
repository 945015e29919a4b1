import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bandKeys, resemblance, shinglesOf } from "./near-duplicates";

const words = (n: number, mark: string) => Array.from({ length: n }, (_, at) => `${mark}${at}`);
const shared = (a: readonly bigint[], b: readonly bigint[]) => a.filter((key) => b.includes(key));

describe("resemblance", () => {
  it("is shared shingles of three words over all", () => {
    // a b c, b c d | b c d, c d e: one of three.
    expect(resemblance(shinglesOf("a b c d"), shinglesOf("b c d e"))).toBeCloseTo(1 / 3, 12);
  });

  it.each([
    ["One, two; THREE four.", "one two\n\nthree “four”", 1],
    ["one", "ONE!", 1],
    ["one two", "two one", 0],
    ["总统宣布政府", "总统宣布政府必须", 4 / 6],
  ])("of %j and %j", (a, b, expected) => {
    expect(resemblance(shinglesOf(a), shinglesOf(b))).toBeCloseTo(expected, 12);
  });

  it("is unknown where neither has words", () => {
    expect(resemblance(shinglesOf("…"), shinglesOf(""))).toBeNull();
    expect(bandKeys("— !")).toEqual([]);
  });

  it("is symmetric and within 0 and 1", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 12 })
      .map((list) => list.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, two] = [shinglesOf(a), shinglesOf(b)];
        const value = resemblance(one, two) ?? -1;
        expect(value).toBe(resemblance(two, one));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(resemblance(one, one)).toBe(1);
      }),
    );
  });
});

describe("bandKeys", () => {
  it("are the same for the same text for ever, and fit a signed 64-bit integer", () => {
    const keys = bandKeys("Moscow said on Friday that the talks had failed.");
    expect(keys.slice(0, 2)).toMatchInlineSnapshot(`
      [
        7465578066606873763n,
        -3423377001303107203n,
      ]
    `);
    for (const key of keys) expect(BigInt.asIntN(64, key)).toBe(key);
    expect(new Set(keys).size).toBe(6);
  });

  it("bring copies with a new beginning and an agency's line together", () => {
    for (let n = 0; n < 50; n++) {
      const body = words(300, `w${n}x`);
      const copy = [...words(4, "intro"), ...body.slice(2, 296), ...words(3, "agency")];
      const [a, b] = [body.join(" "), copy.join(" ")];
      expect(resemblance(shinglesOf(a), shinglesOf(b))).toBeGreaterThan(0.9);
      expect(shared(bandKeys(a), bandKeys(b)).length).toBeGreaterThan(0);
    }
  });

  it("meet as often as the formula says, and hardly ever for different texts", () => {
    let [alike, different] = [0, 0];
    for (let n = 0; n < 400; n++) {
      const body = words(200, `w${n}x`);
      // 170 of 200 words kept: 168 of 228 shingles, a resemblance of 0.74.
      const half = [...body.slice(0, 170), ...words(30, `v${n}x`)];
      const [a, b, c] = [body, half, words(200, `u${n}x`)].map((list) => bandKeys(list.join(" ")));
      if (shared(a ?? [], b ?? []).length > 0) alike += 1;
      if (shared(a ?? [], c ?? []).length > 0) different += 1;
    }
    const expected = 1 - (1 - (168 / 228) ** 5) ** 6;
    expect(alike / 400).toBeGreaterThan(expected - 0.08);
    expect(alike / 400).toBeLessThan(expected + 0.08);
    expect(different).toBeLessThanOrEqual(1);
  });
});
