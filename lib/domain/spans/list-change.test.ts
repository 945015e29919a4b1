import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { changeBetween, rememberChange, tailOf } from "./list-change";
import { placeSpan } from "./place-span";
import type { Span } from "./span";

const anyList = fc.array(fc.record({ name: fc.string() }), { maxLength: 12 });
const anySplice = fc.record({ at: fc.nat(12), nGone: fc.nat(3), come: anyList });

function splice<Item>(list: readonly Item[], at: number, nGone: number, come: readonly Item[]) {
  const now = list.slice();
  now.splice(at, nGone, ...come);
  return now;
}

const span = (start: number): Span => ({
  ...{ id: `${start}`, segment: "body", start, end: start + 2, quote: "" },
  ...{ tagId: "NAMED", attributes: {}, revision: 1 },
});

describe("a change of a list", () => {
  it("makes the one list of the other", () => {
    fc.assert(
      fc.property(anyList, anySplice, (before, { at, nGone, come }) => {
        const now = splice(before, at, nGone, come);
        const change = changeBetween(before, now);
        expect(splice(before, change.start, change.gone.length, change.come)).toEqual(now);
        expect(change.gone).toEqual(before.slice(change.start, change.start + change.gone.length));
      }),
    );
  });

  it("is what somebody remembered, for those two lists alone", () => {
    const [before, now] = [["a"], ["a", "b"]];
    const change = { start: 1, gone: [], come: ["b"] };
    rememberChange(before, now, change);
    expect(changeBetween(before, now)).toBe(change);
    expect(changeBetween(["a", "x"], now)).toEqual({ start: 1, gone: ["x"], come: ["b"] });
  });

  it("is remembered of the tails too, unless it lies before them", () => {
    const before = [span(0), span(10), span(20)];
    const tail = tailOf(before, 1);
    const added = placeSpan(before, undefined, span(15));
    expect(changeBetween(tail, tailOf(added, 1))).toEqual({ start: 1, gone: [], come: [span(15)] });
    const changed = placeSpan(before, before[0], { ...span(0), end: 4 });
    expect(changeBetween(tail, tailOf(changed, 1))).toEqual({ start: 2, gone: [], come: [] });
    expect(tailOf(before, 0)).toBe(before);
  });

  it("is remembered of a span that is put in, changed or taken away", () => {
    const before = [span(0), span(10), span(20)];
    const [, middle] = before;
    const changed = { ...span(10), end: 14 };
    const put = placeSpan(before, undefined, span(15));
    expect(changeBetween(before, put)).toEqual({ start: 2, gone: [], come: [span(15)] });
    const swapped = placeSpan(before, middle, changed);
    expect(changeBetween(before, swapped)).toEqual({ start: 1, gone: [middle], come: [changed] });
    const taken = placeSpan(before, middle, undefined);
    expect(changeBetween(before, taken)).toEqual({ start: 1, gone: [middle], come: [] });
    const moved = placeSpan(before, middle, span(30));
    const far = changeBetween(before, moved);
    expect(splice(before, far.start, far.gone.length, far.come)).toEqual(moved);
  });
});
