import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { placeSpan } from "./place-span";
import { compareSpans, type Span } from "./span";

const anySpan = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  segment: fc.constantFrom("title" as const, "body" as const),
  start: fc.nat(9),
  size: fc.integer({ min: 1, max: 5 }),
});

describe("placeSpan", () => {
  it("keeps the order that sorting would give, and each span once", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySpan, fc.boolean())), (changes) => {
        let placed: Span[] = [];
        const now = new Map<string, Span>();
        for (const [{ size, ...place }, present] of changes) {
          const end = place.start + size;
          const span: Span = { ...place, end, quote: "", tagId: "", attributes: {}, revision: 1 };
          const before = now.get(span.id);
          if (present) now.set(span.id, span);
          else now.delete(span.id);
          placed = placeSpan(placed, before, present ? span : undefined);
          expect(placed).toEqual([...now.values()].sort(compareSpans));
        }
      }),
    );
  });
});
