import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CodePointIndex } from "../text/code-points";
import { carrySpans } from "./carry-spans";
import { checkSpan } from "./check-span";

const title = "Talks fail";
const old =
  "Officials said the talks failed. 😀 Moscow said on Friday it was over.\n\nCritics said nothing.";

function spanOf(body: string, quote: string, occurrence = 0) {
  let at = -1;
  for (let n = 0; n <= occurrence; n++) at = body.indexOf(quote, at + 1);
  const start = [...body.slice(0, at)].length;
  const end = start + [...quote].length;
  return { id: quote, segment: "body" as const, start, end, quote, tagId: "T", attributes: {} };
}
const carry = (newer: string, ...spans: ReturnType<typeof spanOf>[]) =>
  carrySpans({ title, body: old }, { title, body: newer }, spans);

describe("carrySpans", () => {
  it("keeps what hasn't moved and moves what has", () => {
    const newer = old.replace("😀 Moscow", "New. 😀 Moscow");
    const [kept, moved] = carry(newer, spanOf(old, "Officials"), spanOf(old, "Moscow said"));
    expect(kept).toMatchObject({ result: "kept", start: 0, end: 9 });
    expect(moved).toMatchObject({ result: "moved", start: 40, quote: "Moscow said" });
  });

  it("tells repeated words apart by what stands around them", () => {
    const newer = `First, they said so. ${old}`;
    const [one, two, three] = carry(newer, ...[0, 1, 2].map((n) => spanOf(old, "said", n)));
    expect(one).toMatchObject({ result: "moved", start: 31 });
    expect(two).toMatchObject({ result: "moved", start: 63 });
    expect(three).toMatchObject({ result: "moved", start: 100 });
  });

  it("is uncertain where the words stand among others, and loses what is gone", () => {
    const newer = "Nobody knows who told Moscow said newspapers.";
    const [uncertain, lost] = carry(newer, spanOf(old, "Moscow said"), spanOf(old, "Critics"));
    expect(uncertain).toMatchObject({ result: "uncertain", start: 22 });
    expect(lost).toMatchObject({ result: "lost", quote: "Critics" });
  });

  it("doesn't take the same words at the same place for the same", () => {
    const newer =
      "Officials said the talks failed. 😀 London said on Monday no. Moscow said on Friday it was over.";
    const [moved] = carry(newer, spanOf(old, "said", 1));
    expect(moved).toMatchObject({ result: "moved", start: 68 });
  });

  it("gives only ranges that may be saved, and loses none without a word", () => {
    const words = fc
      .array(fc.constantFrom("one", "two", "said", "😀", "e\u0301"), {
        minLength: 1,
        maxLength: 20,
      })
      .map((list) => list.join(" "));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const spans = before.split(" ").flatMap((word, at, all) => {
          const occurrence = all.slice(0, at).filter((other) => other === word).length;
          return /^\w+$/.test(word) ? [spanOf(before, word, occurrence)] : [];
        });
        const carried = carrySpans({ title, body: before }, { title, body: after }, spans);
        expect(carried).toHaveLength(spans.length);
        const index = new CodePointIndex(after);
        for (const one of carried) {
          if (one.result !== "lost") expect(checkSpan(index, one)).toBeNull();
          if (before === after) expect(one.result).toBe("kept");
        }
      }),
    );
  });
});
