import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { overlaps, type TextRange } from "@/lib/domain/spans/span";
import { cutSections } from "./cut-sections";
import { spansBySection, SpanSorter } from "./spans-by-section";

const text = `${"x".repeat(1500)}\n\n`.repeat(12);
const sections = cutSections(text);
const anySpan = fc
  .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 4000 }))
  .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
const inEach = (spans: readonly TextRange[]) =>
  sections.map((section) => spans.filter((span) => overlaps(span, section)));

describe("spansBySection", () => {
  it("finds the spans that reach into each section, also when one is out of order", () => {
    fc.assert(
      fc.property(fc.array(anySpan), (spans) => {
        expect(spansBySection(sections, spans).bySection).toEqual(inEach(spans));
      }),
    );
  });

  it("finds the same after changes, and keeps the lists that none of them touches", () => {
    const anyChange = fc.tuple(fc.nat(), fc.nat(2), fc.option(anySpan, { nil: undefined }));
    fc.assert(
      fc.property(fc.array(anySpan), fc.array(anyChange), (spans, changes) => {
        const sorter = new SpanSorter<TextRange>();
        let buckets = { spans, bySection: sorter.sort(sections, spans) };
        for (const [place, nGone, span] of changes) {
          const before = buckets;
          const next = [...before.spans];
          const gone = next.splice(place % (next.length + 1), nGone, ...(span ? [span] : []));
          buckets = { spans: next, bySection: sorter.sort(sections, next) };
          expect(buckets.bySection).toEqual(inEach(next));
          const touching = [...gone, ...(span ? [span] : [])];
          sections.forEach((section, at) => {
            if (touching.some((one) => overlaps(one, section))) return;
            expect(buckets.bySection[at]).toBe(before.bySection[at]);
          });
        }
      }),
    );
  });
});
