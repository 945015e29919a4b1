import { describe, expect, it } from "vitest";

import { makeAgain } from "./make-again";
import type { LayerSpan } from "./layer";
import { applyOperation } from "./operation";

const current: LayerSpan = {
  ...{ id: "s", segment: "body", start: 0, end: 4, quote: "text", tagId: "LABEL" },
  ...{ attributes: {}, revision: 5, isRemoved: false },
};
const retag = { id: "o", kind: "retag", spanId: "s", baseRevision: 2, tagId: "DOUBT" } as const;

describe("a change made again", () => {
  it("applies to the revision that won", () => {
    const change = makeAgain(retag, current);
    expect(change).toEqual({ kind: "retag", spanId: "s", baseRevision: 5, tagId: "DOUBT" });
    if (!change) throw new Error("no change");
    const outcome = applyOperation(new Map([["s", current]]), { ...change, id: "again" });
    expect(outcome).toMatchObject({ result: "applied", revision: 6 });
  });

  it("is none where the span is gone, removed, or as wanted already", () => {
    expect(makeAgain(retag, null)).toBeNull();
    expect(makeAgain(retag, { ...current, isRemoved: true })).toBeNull();
    expect(makeAgain(retag, { ...current, tagId: "DOUBT" })).toBeNull();
    const resize = { ...retag, kind: "resize", start: 0, end: 4, quote: "text" } as const;
    expect(makeAgain(resize, current)).toBeNull();
    expect(makeAgain({ id: "o", kind: "add", baseRevision: 0, span: current }, current)).toBeNull();
  });

  it("of attributes changes only what its author changed", () => {
    const before = { ...current, attributes: { polarity: "negative", note: "mine", form: "none" } };
    const attributes = { polarity: "positive", form: "none" };
    const annotate = { ...retag, kind: "annotate", attributes } as const;
    const theirs = { ...current, attributes: { note: "theirs", voice: "outlet" } };
    expect(makeAgain(annotate, theirs, before)).toMatchObject({
      attributes: { voice: "outlet", polarity: "positive" },
      baseRevision: 5,
    });
    // Of an entry that an earlier version of the app has left, nobody knows what was before.
    expect(makeAgain(annotate, theirs)).toMatchObject({
      attributes: { note: "theirs", voice: "outlet", polarity: "positive", form: "none" },
    });
    const same = { ...current, attributes: { polarity: "positive", voice: "outlet" } };
    expect(makeAgain(annotate, same, before)).toBeNull();
  });

  it("brings back only what was removed", () => {
    const restore = { id: "o", kind: "restore", spanId: "s", baseRevision: 2 } as const;
    expect(makeAgain(restore, current)).toBeNull();
    expect(makeAgain(restore, { ...current, isRemoved: true })?.baseRevision).toBe(5);
  });
});
