import { describe, expect, it } from "vitest";

import { ruledSpans } from "./ruled-spans";

const tags: Record<string, string> = { a: "LOADED", b: "LABEL", c: "LOADED" };
const rule = (outcome: string, tagIds: string[] = []) =>
  Object.fromEntries(ruledSpans([{ outcome, tagIds, spanIds: ["a", "b", "c"] }], (id) => tags[id]));

describe("what a decision says of the spans it was about", () => {
  it.each([
    ["both_defensible", [], { a: "defensible", b: "defensible", c: "defensible" }],
    ["reject", [], { a: "error", b: "error", c: "error" }],
    ["accept", ["LOADED"], { b: "error" }],
    ["edit", ["LABEL"], { a: "error", c: "error" }],
    ["unresolved", [], {}],
    ["undone", [], {}],
  ])("%s", (outcome, tagIds, verdicts) => {
    expect(rule(outcome, tagIds)).toEqual(verdicts);
  });
});
