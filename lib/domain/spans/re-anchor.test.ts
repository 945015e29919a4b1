import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CodePointIndex } from "../text/code-points";
import { checkSpan } from "./check-span";
import { type Anchor, reAnchor } from "./re-anchor";

const text = "One said this. 😀 Two said this, too.\n\nThree said this again.";
const index = new CodePointIndex(text);
const anchor = (part: Partial<Anchor>): Anchor => ({
  place: null,
  quote: null,
  prefix: "",
  suffix: "",
  ...part,
});
const at = (start: number, end: number) => ({ start, end });

describe("reAnchor", () => {
  it("keeps what fits", () => {
    expect(reAnchor(index, anchor({ place: at(17, 20), quote: "Two" }))).toEqual({
      ...{ result: "kept", start: 17, end: 20, quote: "Two" },
    });
    expect(reAnchor(index, anchor({ place: at(17, 20) })).result).toBe("kept");
  });

  it("moves to the only place", () => {
    const found = reAnchor(index, anchor({ place: at(18, 21), quote: "Two" }));
    expect(found).toMatchObject({ result: "moved", start: 17, end: 20 });
  });

  it("moves to the place whose surroundings fit", () => {
    const found = reAnchor(
      index,
      anchor({ quote: "said this", prefix: "Three ", suffix: " again" }),
    );
    expect(found).toMatchObject({ result: "moved", start: 44 });
  });

  it("is uncertain about the nearest of several", () => {
    const found = reAnchor(index, anchor({ place: at(20, 29), quote: "said this" }));
    expect(found).toMatchObject({ result: "uncertain", start: 21, end: 30 });
  });

  it.each([
    ["nothing tells which", { quote: "said this" }],
    ["doesn't say", { quote: "nobody", place: at(0, 6) }],
    ["outside the text", { place: at(50, 900) }],
    ["outside the text", { place: at(5, 5) }],
    ["outside the text", { place: at(-3, 2) }],
    ["outside the text", { place: at(0.5, 2), quote: " " }],
    ["nothing but", { place: at(13, 15) }],
  ])("loses it when %s", (reason, part) => {
    const found = reAnchor(index, anchor(part));
    expect(found).toMatchObject({
      result: "lost",
      why: { message: expect.stringContaining(reason) as string },
    });
  });

  it("trims edges and says so", () => {
    const found = reAnchor(index, anchor({ place: at(9, 15), quote: "this. " }));
    expect(found).toMatchObject({ result: "moved", start: 9, end: 13, quote: "this" });
  });

  it("takes one white space for another", () => {
    const found = reAnchor(index, anchor({ place: at(34, 43), quote: "oo.  Three" }));
    expect(found).toMatchObject({ result: "moved", start: 33, quote: "oo.\n\nThree" });
  });

  it("never gives what may not be saved", () => {
    const words = fc.array(fc.constantFrom("a", "b", " ", "\n", "😀", "e\u0301", ".", "ab"), {
      maxLength: 30,
    });
    const anchors = fc.record({
      place: fc.option(
        fc.record({
          start: fc.integer({ min: -2, max: 40 }),
          end: fc.integer({ min: -2, max: 40 }),
        }),
      ),
      quote: fc.option(
        fc.string({ unit: fc.constantFrom("a", "b", " ", "\u0301", "."), maxLength: 3 }),
      ),
      prefix: fc.constantFrom("", "a", "b "),
      suffix: fc.constantFrom("", "a", " b"),
    });
    fc.assert(
      fc.property(words, anchors, (parts, one) => {
        const of = new CodePointIndex(parts.join(""));
        const found = reAnchor(of, one);
        if (found.result !== "lost") expect(checkSpan(of, found)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});
