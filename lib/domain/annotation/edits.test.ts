import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { CodePointIndex } from "../text/code-points";
import { findPhrase } from "../text/find-phrase";
import { checkLayer } from "./check-layer";
import { mergeSpans, splitSpan } from "./compose-edits";
import type { Layer } from "./layer";
import { applyOperation, type Operation } from "./operation";

const index = new CodePointIndex("😀 officials said the “so-called plan” was supposedly dead.");
const span = (start: number, end: number, tagId: string, id = "a") => ({
  id,
  segment: "body" as const,
  start,
  end,
  quote: index.slice(start, end),
  tagId,
  attributes: {},
  revision: 1,
});

function apply(spans: readonly ReturnType<typeof span>[], operations: readonly object[]) {
  let layer: Layer = new Map(spans.map((one) => [one.id, { ...one, isRemoved: false }]));
  for (const [at, operation] of operations.entries()) {
    const outcome = applyOperation(layer, { ...operation, id: `op-${at}` } as Operation);
    if (outcome.result !== "applied") throw new Error("conflict");
    layer = outcome.layer;
  }
  return [...layer.values()].filter(({ isRemoved }) => !isRemoved).map(({ quote }) => quote);
}

describe("splitting and merging", () => {
  it("cuts a span in two trimmed halves", () => {
    const whole = span(2, 16, "VAGUE");
    expect(apply([whole], splitSpan(index, whole, 11, "b") ?? [])).toEqual(["officials", "said"]);
  });

  it("refuses a cut that leaves nothing on one side", () => {
    expect(splitSpan(index, span(2, 11, "VAGUE"), 2, "b")).toBeNull();
  });

  it("joins two spans and what lies between", () => {
    const [first, second] = [span(2, 11, "VAGUE", "a"), span(12, 16, "VAGUE", "b")];
    expect(apply([first, second], mergeSpans(index, first, second) ?? [])).toEqual([
      "officials said",
    ]);
  });
});

describe("finding a phrase", () => {
  it("finds every place, and none that cuts a letter from its accent", () => {
    expect(findPhrase("cafe cafe\u0301 cafe", "cafe")).toEqual([
      { start: 0, end: 4 },
      { start: 11, end: 15 },
    ]);
  });

  it("finds it whatever its case, and whole words only where that is asked", () => {
    const text = "It is a critic's wit. (It) [it]? İt 日本は日本";
    const quotes = (phrase: string, isWhole: boolean) =>
      findPhrase(text, phrase, { isWhole }).map(
        ({ start, end }) => `${start} ${text.slice(start, end)}`,
      );
    expect(quotes("it", true)).toEqual(["0 It", "23 It", "28 it"]);
    expect(quotes("it", false)).toEqual(["0 It", "10 it", "18 it", "23 It", "28 it"]);
    expect(quotes("[it]?", true)).toEqual(["27 [it]?"]);
    expect(quotes("日本", true)).toHaveLength(2);
  });
});

describe("hints", () => {
  const context = {
    texts: { title: new CodePointIndex(""), body: index },
    codebook: defaultCodebook,
  };
  const cued = { ...span(2, 16, "VAGUE"), attributes: { verb_stance: "neutral", form: "none" } };
  const rules = (spans: Parameters<typeof checkLayer>[1]) =>
    checkLayer(context, spans, "en").map(({ rule }) => rule);

  it("points at a cue without a span, and is quiet once there is one", () => {
    expect(rules([])).toEqual(["R1"]);
    expect(rules([cued])).toEqual([]);
  });

  it("asks for attributes that the codebook requires", () => {
    expect(rules([span(2, 16, "VAGUE")])).toEqual(["verb_stance", "form"]);
  });

  it("asks whose voice a framing inside quotation marks is", () => {
    const start = [...index.text].indexOf("“") + 1;
    const loaded = span(start, start + 9, "LOADED", "q");
    expect(rules([cued, loaded])).toEqual(["R6"]);
    expect(rules([cued, { ...loaded, attributes: { voice: "outlet" } }])).toEqual([]);
  });

  it("asks about doubt inside a cue", () => {
    expect(rules([cued, span(12, 16, "DOUBT", "d")])).toEqual(["R5"]);
  });
});
