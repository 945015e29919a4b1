import { expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { CodePointIndex } from "../text/code-points";
import { checkLayer } from "./check-layer";

function quotedWordsOf(body: string, words: readonly string[]) {
  const spans = words.map((quote) => {
    const start = body.indexOf(quote);
    return {
      ...{ id: quote, segment: "body" as const, start, end: start + quote.length, quote },
      ...{ tagId: "LOADED", attributes: {}, revision: 1 },
    };
  });
  const texts = { title: new CodePointIndex("A title"), body: new CodePointIndex(body) };
  return checkLayer({ texts, codebook: defaultCodebook }, spans, "en")
    .filter(({ cause }) => cause.kind === "voice_in_quotation")
    .map(({ spanId }) => spanId);
}

it("asks whose voice framing inside quotation marks is, and not between two quotations", () => {
  const body = 'He said "no" and the brutal regime "must go" now.';
  expect(quotedWordsOf(body, ["brutal", "must go"])).toEqual(["must go"]);
  expect(quotedWordsOf("He called it „a bloodbath”.", ["bloodbath"])).toEqual(["bloodbath"]);
});

function hintsOf(body: string, marks: readonly (readonly [quote: string, tagId: string])[] = []) {
  const spans = marks.map(([quote, tagId]) => {
    const start = body.indexOf(quote);
    return {
      ...{ id: quote, segment: "body" as const, start, end: start + quote.length, quote, tagId },
      ...{ attributes: {}, revision: 1 },
    };
  });
  const texts = { title: new CodePointIndex("A title"), body: new CodePointIndex(body) };
  return checkLayer({ texts, codebook: defaultCodebook }, spans, "en");
}

it.each([
  ["A spokeswoman for the ministry said so.", "spokeswoman for the ministry said"],
  ["Sources close to the talks told the paper.", "Sources close to the talks told"],
  ["It fell, according to two analysts.", "according to"],
])("points at a source that nobody marked: %s", (body, words) => {
  const missed = hintsOf(body).flatMap(({ cause }) => ("words" in cause ? [cause.words] : []));
  expect(missed).toEqual([words]);
});

it("takes people who say nothing for no source", () => {
  expect(hintsOf("Officials left. It was said. The spokesman, tired, sat down.")).toEqual([]);
});

it("asks whether a reporting verb is doubt, with or without a span of its source", () => {
  const kinds = (quote: string) =>
    hintsOf("Moscow claimed that the supposed deal was off.", [[quote, "DOUBT"]])
      .filter(({ rule }) => rule === "R5")
      .map(({ cause }) => cause.kind);
  expect(kinds("claimed")).toEqual(["doubt_in_cue"]);
  expect(kinds("supposed")).toEqual([]);
});

it("knows quotations in single marks from apostrophes", () => {
  const body = "It’s the ministers’ view: ‘a bloodbath’ for all, they’d say.";
  expect(quotedWordsOf(body, ["bloodbath"])).toEqual(["bloodbath"]);
  expect(quotedWordsOf("The ministers’ brutal plan, it’s ‘fine’.", ["brutal"])).toEqual([]);
});
