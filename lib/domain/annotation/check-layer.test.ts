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
