import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { sliceCodePoints } from "@/lib/domain/text/code-points";
import { cutSections } from "./cut-sections";

const anyText = fc
  .array(fc.tuple(fc.constantFrom("word ", "😀 ", "слово "), fc.nat(400), fc.nat(3)))
  .map((parts) => parts.map(([word, n, feeds]) => word.repeat(n) + "\n".repeat(feeds)).join(""));

describe("cutSections", () => {
  it("keeps every character, in paragraphs that know their places in code points", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const paragraphs = cutSections(text).flatMap((section) => section.paragraphs);
        expect(paragraphs.map((paragraph) => paragraph.text).join("")).toBe(text);
        for (const { text: part, start, end } of paragraphs) {
          expect(sliceCodePoints(text, start, end)).toBe(part);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("leaves a short article in one piece and cuts a long one into a bounded number", () => {
    const paragraph = "A sentence that says something. ".repeat(10) + "\n\n";
    expect(cutSections(paragraph.repeat(6))).toHaveLength(1);
    expect(cutSections(paragraph.repeat(60)).length).toBeGreaterThan(5);
    expect(cutSections(paragraph.repeat(6000)).length).toBeLessThan(130);
    expect(cutSections("")).toEqual([]);
  });
});
