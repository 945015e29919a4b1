import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CodePointIndex } from "../text/code-points";
import { assignLanes } from "./assign-lanes";
import { checkSpan } from "./check-span";
import { moveEdge } from "./move-edge";
import { segmentText } from "./segment-text";
import { overlaps } from "./span";

const length = 40;
const anySpans = fc
  .array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 12 })), { maxLength: 20 })
  .map((pairs) =>
    pairs.map(([start, size], at) => ({
      id: `s${at}`,
      start,
      end: Math.min(length, start + size),
    })),
  );

describe("segmentText", () => {
  it("covers the text once, and every span with its pieces", () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const pieces = segmentText(length, spans);
        expect(pieces.map(({ start }) => start)).toEqual([
          0,
          ...pieces.slice(0, -1).map(({ end }) => end),
        ]);
        expect(pieces.at(-1)?.end).toBe(length);
        for (const piece of pieces) {
          expect(piece.start).toBeLessThan(piece.end);
          expect(new Set(piece.spans)).toEqual(new Set(spans.filter((s) => overlaps(s, piece))));
        }
      }),
    );
  });

  it("puts the outer of two nested spans first", () => {
    const outer = { start: 0, end: 3 };
    const inner = { start: 1, end: 2 };
    expect(segmentText(3, [inner, outer])[1]?.spans).toEqual([outer, inner]);
  });

  it("refuses empty and outside spans", () => {
    expect(() => segmentText(3, [{ start: 1, end: 1 }])).toThrow(RangeError);
    expect(() => segmentText(3, [{ start: 0, end: 4 }])).toThrow(RangeError);
  });
});

describe("assignLanes", () => {
  it("keeps overlapping spans apart, with as few lanes as the busiest place needs", () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const lanes = assignLanes(spans);
        for (const a of spans) {
          for (const b of spans) {
            if (a.id !== b.id && overlaps(a, b)) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
          }
        }
        const busiest = Math.max(0, ...segmentText(length, spans).map((p) => p.spans.length));
        expect(Math.max(-1, ...lanes.values()) + 1).toBe(busiest);
      }),
    );
  });
});

describe("checkSpan", () => {
  const index = new CodePointIndex("😀 Moscow said. cafe\u0301");
  it.each([
    [{ start: 2, end: 8, quote: "Moscow" }, undefined],
    [{ start: 3, end: 9, quote: "Moscow" }, "quote_mismatch"],
    [{ start: 2, end: 2, quote: "" }, "empty"],
    [{ start: 2, end: 99, quote: "Moscow" }, "out_of_range"],
    [{ start: 15, end: 19, quote: "cafe" }, "splits_grapheme"],
    [{ start: 9, end: 14, quote: "said." }, "untrimmed_edges"],
  ])("%j: %s", (span, code) => {
    expect(checkSpan(index, span)?.code).toBe(code);
  });
});

describe("moveEdge", () => {
  const index = new CodePointIndex("The 😀 news network said, so");
  const span = { start: 6, end: 10 };
  it("moves by words and re-quotes", () => {
    expect(moveEdge(index, span, "end", "later")?.quote).toBe("news network");
    expect(moveEdge(index, span, "start", "earlier")?.quote).toBe("The 😀 news");
    const by = (edge: "start" | "end", direction: "earlier" | "later") =>
      moveEdge(index, span, edge, direction, "en", "character")?.quote;
    expect(by("end", "later")).toBe("news n");
    expect(by("end", "earlier")).toBe("new");
    expect(by("start", "later")).toBe("ews");
    expect(by("start", "earlier")).toBe("😀 news");
  });
  it("stops at the ends and never leaves nothing", () => {
    expect(moveEdge(index, span, "end", "earlier")).toBeNull();
    expect(moveEdge(index, { start: 0, end: 3 }, "start", "earlier")).toBeNull();
  });
});
