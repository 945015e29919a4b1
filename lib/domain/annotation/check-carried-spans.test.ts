import { expect, it } from "vitest";

import { checkCarriedSpans, type DoubtfulSpan } from "./check-carried-spans";

const uncertain: DoubtfulSpan = {
  ...{ result: "uncertain", tagId: "LOADED", quote: "so-called", fromSpanId: "old", spanId: "new" },
};

it("asks about an uncertain span until its annotator has moved or removed it", () => {
  const hints = checkCarriedSpans([uncertain], [{ id: "new", quote: "so-called" }]);
  expect(hints).toMatchObject([
    { id: "carried old", spanId: "new", cause: { kind: "carried_uncertain", quote: "so-called" } },
  ]);
  expect(checkCarriedSpans([uncertain], [{ id: "new", quote: "the so-called" }])).toEqual([]);
  expect(checkCarriedSpans([uncertain], [])).toEqual([]);
});

it("names a lost span, which leads nowhere", () => {
  const lost: DoubtfulSpan = { ...uncertain, result: "lost", spanId: null };
  expect(checkCarriedSpans([lost], [])).toMatchObject([
    { spanId: null, place: null, cause: { kind: "carried_lost", tag: "LOADED" } },
  ]);
});
