import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { carryRuling } from "./carry-ruling";
import { describeSplit } from "./describe-split";
import type { ReviewMember } from "./judgement";
import { normalisePhrase } from "./normalise-phrase";
import { shuffleVersions } from "./shuffle-versions";
import { afterUndo, standingDecisions } from "./standing-decision";

const member = (
  annotatorId: string,
  tagId: string,
  quote = "said so",
  start = 0,
): ReviewMember => ({
  ...{ spanId: `${annotatorId} ${tagId} ${start}`, annotatorId, tagId, segment: "body" },
  ...{ start, end: start + quote.length, quote, attributes: {} },
});

describe("describeSplit", () => {
  it.each<[string, ReviewMember[], number, number, string | null]>([
    ["one against one", [member("a", "X"), member("b", "Y")], 2, 1, "X | Y"],
    ["one against nobody", [member("a", "X")], 2, 1, "- | X"],
    ["two against one", [member("a", "X"), member("b", "X")], 3, 0.918, "- | X"],
    ["all different", [member("a", "X"), member("b", "Y")], 3, 1.585, "- | X | Y"],
    ["only the edges", [member("a", "X"), member("b", "X", "said", 0)], 2, 1, null],
  ])("%s", (_, members, nAnnotators, bits, confusion) => {
    const split = describeSplit(members, nAnnotators);
    expect(split.information).toBeCloseTo(bits, 3);
    expect(split.confusion).toBe(confusion);
  });

  it("takes the shortest quote for the phrase, and doesn't care for order or names", () => {
    const members = [member("a", "X", "has said so"), member("b", "Y", "Said", 4)];
    expect(describeSplit(members, 2).phrase).toBe("said");
    const renamed = members.toReversed().map((one) => ({ ...one, annotatorId: `${one.tagId}!` }));
    expect(describeSplit(renamed, 2)).toEqual(describeSplit(members, 2));
  });
});

describe("normalisePhrase", () => {
  it.each([
    ["“Creeping  expansion”", "creeping expansion"],
    ["bloc’s", "bloc's"],
    ["ﬁne\n print", "fine print"],
    ["…", "..."],
  ])("%s is %s", (quote, phrase) => {
    expect(normalisePhrase(quote)).toBe(phrase);
  });

  it("doesn't depend on case or white space, and fits an index", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 300 }), (quote) => {
        const phrase = normalisePhrase(quote);
        expect([...phrase].length).toBeLessThanOrEqual(200);
        expect(normalisePhrase(` ${quote.toUpperCase()}\n`)).toBe(phrase);
      }),
    );
  });
});

describe("what stands after undoing", () => {
  const entry = (outcome: string, baseRevision: number) => ({ outcome, baseRevision });

  it.each([
    ["nothing before", [entry("accept", 0)], "open", null],
    ["the one before", [entry("accept", 0), entry("reject", 1)], "decided", 0],
    ["the spans changed between", [entry("accept", 0), entry("reject", 2)], "stale", null],
    [
      "an undone one between",
      [entry("accept", 0), entry("reject", 1), entry("undone", 2), entry("reject", 3)],
      ...(["decided", 0] as const),
    ],
    ["all before undone", [entry("a", 0), entry("undone", 1), entry("a", 2)], "open", null],
  ])("%s", (_, history, status, at) => {
    const after = afterUndo(history);
    expect(after).toEqual({ status, decision: at === null ? null : history[at] });
  });

  it("is what would stand had the last decision never been made", () => {
    const any = fc.array(fc.boolean(), { maxLength: 20 });
    fc.assert(
      fc.property(any, (steps) => {
        const history = steps.map((isUndo, at) => entry(isUndo ? "undone" : `d${at}`, at));
        const undone = [...history, entry("last", 90), entry("undone", 91)];
        expect(standingDecisions(undone)).toEqual(standingDecisions(history));
      }),
    );
  });
});

describe("carryRuling", () => {
  const mark = (annotator: string, tagId: string, start = 0) => {
    const { annotatorId: _, ...span } = member(annotator, tagId, "said so", start);
    return { ...span, annotator };
  };
  const here = [mark("A01", "X"), mark("A02", "Y")];
  const accepted = (tagId: string) => ({
    outcome: "accept",
    spans: here.filter((one) => one.tagId === tagId),
  });

  it("holds anywhere when it names no spans", () => {
    expect(carryRuling({ outcome: "reject", spans: [] }, here, [])).toEqual({ outcome: "reject" });
  });

  it("takes the version of the same tags, of the same annotator if there is one", () => {
    const other = [mark("A01", "Y", 5), mark("A02", "Y", 5), mark("A03", "X", 5)];
    const carried = carryRuling(accepted("Y"), here, other);
    expect(carried?.spans).toMatchObject([{ tagId: "Y", start: 5 }]);
    expect(carried?.spans?.[0]).not.toHaveProperty("annotator");
    expect(carryRuling(accepted("X"), here, other)?.spans).toMatchObject([{ tagId: "X" }]);
  });

  it("doesn't hold where nobody chose those tags, nor when the reviewer wrote it", () => {
    expect(carryRuling(accepted("X"), here, [mark("A01", "Y")])).toBeNull();
    const both = [mark("A01", "X"), mark("A01", "Y", 2)];
    expect(carryRuling(accepted("X"), here, both)).toBeNull();
    expect(carryRuling({ ...accepted("X"), outcome: "edit" }, here, here)).toBeNull();
  });
});

describe("shuffleVersions", () => {
  it("is decided by the seed alone, and puts everybody first about as often", () => {
    const people = ["a", "b", "c"];
    const first = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed++) {
      const order = shuffleVersions(people, `seed ${seed}`);
      expect(shuffleVersions(people.toReversed(), `seed ${seed}`)).toEqual(order);
      first.set(order[0] ?? "", (first.get(order[0] ?? "") ?? 0) + 1);
    }
    for (const person of people) expect(first.get(person)).toBeGreaterThan(900);
  });
});
