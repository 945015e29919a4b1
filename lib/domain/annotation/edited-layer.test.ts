import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { spansOfTag, withSpan } from "./edited-layer";
import type { Layer, LayerSpan } from "./layer";

const spanOf = (id: string, start: number): LayerSpan => ({
  ...{ id, start, segment: "body", end: start + 1, quote: "x", tagId: "NAMED" },
  ...{ attributes: {}, revision: 1, isRemoved: false },
});
const anyEdits = fc.array(fc.tuple(fc.nat(300), fc.nat(999)), { maxLength: 200 });

describe("withSpan", () => {
  it("reads as a map with the span set, and leaves what it started from as it was", () => {
    fc.assert(
      fc.property(fc.nat(200), anyEdits, (nSpans, edits) => {
        const first = Array.from({ length: nSpans }, (_, at) => spanOf(`${at}`, at));
        const start: Layer = new Map(first.map((span) => [span.id, span]));
        const expected = new Map(start);
        let layer = start;
        for (const [id, at] of edits) {
          const before = new Map(layer);
          const next = withSpan(layer, spanOf(`${id}`, at));
          expected.set(`${id}`, spanOf(`${id}`, at));
          expect(new Map(layer)).toEqual(before);
          layer = next;
        }
        expect([...layer]).toEqual([...expected]);
        const visited: LayerSpan[] = [];
        layer.forEach((span) => visited.push(span));
        expect(visited).toEqual([...expected.values()]);
        expect([...layer.keys()]).toEqual([...expected.keys()]);
        expect([...layer.values()]).toEqual([...expected.values()]);
        expect(layer.size).toBe(expected.size);
        for (let id = 0; id < 301; id += 7) {
          expect(layer.get(`${id}`)).toEqual(expected.get(`${id}`));
          expect(layer.has(`${id}`)).toBe(expected.has(`${id}`));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("knows the spans of a tag, whichever way they came there", () => {
    fc.assert(
      fc.property(fc.nat(200), anyEdits, (nSpans, edits) => {
        const tagged = (id: string, at: number) => ({ ...spanOf(id, at), tagId: `T${at % 3}` });
        const first = Array.from({ length: nSpans }, (_, at) => tagged(`${at}`, at));
        let layer: Layer = new Map(first.map((span) => [span.id, span]));
        for (const [id, at] of edits) layer = withSpan(layer, tagged(`${id}`, at));
        for (const tagId of ["T0", "T1", "T2", "T3"]) {
          const wanted = [...layer.values()].filter((span) => span.tagId === tagId);
          expect(new Set(spansOfTag(layer, tagId))).toEqual(new Set(wanted));
          expect(spansOfTag(layer, tagId)).toHaveLength(wanted.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});
