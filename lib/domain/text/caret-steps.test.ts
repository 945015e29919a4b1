import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { stepByUnit } from "./caret-steps";

const text = "Mr. Smith is doomed. He knows.\n\nจบแล้ว Next one. Last.";
const starts = { sentence: [0, 21, 32, text.length], paragraph: [0, 32, text.length] };

describe("stepByUnit", () => {
  it.each(["paragraph"] as const)("goes from %s to %s and back", (unit) => {
    const there = [0];
    while ((there.at(-1) ?? 0) < text.length) {
      there.push(stepByUnit(text, there.at(-1) ?? 0, unit, "forward", "en"));
    }
    expect(there).toEqual(starts[unit]);
    expect(stepByUnit(text, text.length, unit, "backward", "en")).toBe(32);
    expect(stepByUnit(text, 32, unit, "backward", "en")).toBe(0);
  });

  it("takes an abbreviation for no end of a sentence", () => {
    expect(stepByUnit(text, 0, "sentence", "forward", "en")).toBe(21);
    expect(stepByUnit(text, 25, "sentence", "backward", "en")).toBe(21);
    expect(stepByUnit(text, 21, "sentence", "backward", "en")).toBe(0);
    expect(stepByUnit(text, 21, "sentence", "forward", "en")).toBe(32);
  });

  it("always gets on, and stays at the ends", () => {
    const unit = fc.constantFrom("sentence" as const, "paragraph" as const);
    const texts = fc
      .array(fc.constantFrom("a", ".", " ", "\n", "B", "語", "。"))
      .map((it) => it.join(""));
    fc.assert(
      fc.property(texts, unit, fc.nat(), (any, by, at) => {
        const from = Math.min(at, any.length);
        const later = stepByUnit(any, from, by, "forward", "en");
        const earlier = stepByUnit(any, from, by, "backward", "en");
        expect(later > from || from === any.length).toBe(true);
        expect(earlier < from || from === 0).toBe(true);
        expect(later).toBeLessThanOrEqual(any.length);
        expect(earlier).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
