import { describe, expect, it } from "vitest";

import { pairedRatio, summarise } from "./summary.mjs";

const sample = (addMs) => ({
  firstRenderMs: [1],
  addMs,
  hitMicroseconds: [1],
  scrollFrameMs: [1],
  scrollShownMs: [1],
  heapMb: [1],
  domNodes: [1],
});
const row = (...samples) => ({ words: 1, spans: 1, renderer: "plain", note: null, samples });

describe("pairedRatio", () => {
  it("compares within repetitions only", () => {
    const ours = row(sample([2, 2]), sample([40]), null);
    const theirs = row(sample([4]), sample([80]), sample([1]));
    expect(pairedRatio(ours, theirs, "addMs")).toBe(0.5);
  });
  it("is nothing where one side was never measured", () => {
    expect(pairedRatio(row(sample([1])), row(null), "addMs")).toBeNull();
    expect(pairedRatio(row(sample([1])), undefined, "addMs")).toBeNull();
  });
});

describe("summarise", () => {
  it("counts the repetitions that were taken", () => {
    expect(summarise(row(sample([3, 5]), null))).toMatchObject({ nRepetitions: 1, addMs: 4 });
  });
});
