import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { compareWithGold, type GoldMark } from "./compare-with-gold";

type Place = [tagId: string, start: number, end: number];

function mark([tagId, start, end]: Place, attributes = {}) {
  const id = `${tagId} ${start} ${end}`;
  return { id, segment: "body" as const, start, end, quote: "…", tagId, attributes };
}
function gold(place: Place, outcome = "accept", ruleCited: string | null = null): GoldMark {
  const { id, ...rest } = mark(place);
  return { ...rest, id: `gold ${id}`, outcome, ruleCited };
}
function compare(layer: readonly Place[], golds: readonly GoldMark[]) {
  const { findings, ...rest } = compareWithGold(
    layer.map((place) => mark(place)),
    golds,
    defaultCodebook,
  );
  const told = findings.map(
    (one) => `${one.kind} ${one.mark?.id ?? "-"} / ${one.gold?.id.slice(5) ?? "-"}`,
  );
  return { findings, told, ...rest };
}

describe("a layer beside gold", () => {
  it("finds, differs by boundary or tag, misses, or has more", () => {
    const { told, counts } = compare(
      [
        ["LOADED", 0, 5],
        ["LABEL", 10, 20],
        ["DOUBT", 30, 40],
        ["THREAT", 60, 70],
      ],
      [
        gold(["LOADED", 0, 5], "unanimous"),
        gold(["LABEL", 12, 20]),
        gold(["BLAME", 30, 40]),
        gold(["EMPHASIS", 50, 55]),
      ],
    );
    expect(told).toEqual([
      "found LOADED 0 5 / LOADED 0 5",
      "boundary_differs LABEL 10 20 / LABEL 12 20",
      "other_tag DOUBT 30 40 / BLAME 30 40",
      "missed - / EMPHASIS 50 55",
      "extra THREAT 60 70 / -",
    ]);
    expect(counts).toEqual({ found: 1, boundary_differs: 1, other_tag: 1, missed: 1, extra: 1 });
  });

  it("pairs what shares most, and takes parts and wholes of gold spans for them", () => {
    const { told } = compare(
      [
        ["LOADED", 0, 4],
        ["LOADED", 5, 10],
      ],
      [gold(["LOADED", 0, 10]), gold(["LOADED", 9, 30])],
    );
    expect(told).toEqual([
      "boundary_differs LOADED 0 4 / LOADED 0 10",
      "boundary_differs LOADED 5 10 / LOADED 0 10",
      "boundary_differs LOADED 5 10 / LOADED 9 30",
    ]);
  });

  it("takes tags of different families for different questions", () => {
    const { told } = compare([["VAGUE", 0, 10]], [gold(["DOUBT", 0, 10])]);
    expect(told.map((one) => one.split(" ")[0]).sort()).toEqual(["extra", "missed"]);
  });

  it("doesn't mind the other of two defensible versions, nor what nobody could settle", () => {
    const golds = [
      gold(["LOADED", 0, 5], "both_defensible"),
      gold(["LABEL", 0, 9], "both_defensible"),
      gold(["DOUBT", 20, 25], "unresolved"),
    ];
    expect(
      compare(
        [
          ["LABEL", 0, 9],
          ["DOUBT", 20, 25],
        ],
        golds,
      ).told,
    ).toEqual(["found LABEL 0 9 / LABEL 0 9"]);
    expect(compare([], golds).told).toEqual([]);
  });

  it("says by which rule, and groups by it in the codebook's order", () => {
    const { findings, byRule } = compare(
      [["LOADED", 0, 5]],
      [
        gold(["LOADED", 0, 5], "reject", "R5"),
        gold(["BLAME", 7, 9], "add", "R2"),
        gold(["BLAME", 20, 22]),
      ],
    );
    expect(findings[0]).toMatchObject({ kind: "extra", ruleCited: "R5" });
    expect(byRule.map(({ rule, findings: its }) => [rule, its.length])).toEqual([
      ["R2", 1],
      ["R5", 1],
      [null, 1],
    ]);
  });

  it("names the attributes that differ, but no remarks", () => {
    const marked = mark(["LOADED", 0, 5], { intensity: 1, target: "NATO", note: "hm" });
    const judged = { ...gold(["LOADED", 0, 5]), attributes: { intensity: 3, target: "NATO" } };
    const { findings } = compareWithGold([marked], [judged], defaultCodebook);
    expect(findings).toMatchObject([{ kind: "found", differingAttributes: ["intensity"] }]);
  });
});

const places = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom("LOADED", "LABEL", "VAGUE"), fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([tagId, start, length]): Place => [tagId, start, start + length]),
  { selector: (place) => place.join(" "), maxLength: 12 },
);

describe("whatever the spans are", () => {
  it("every mark and every gold span is told of, and equal layers are found", () => {
    fc.assert(
      fc.property(places, places, (layer, wanted) => {
        const golds = wanted.map((place) => gold(place));
        const { findings } = compare(layer, golds);
        expect(new Set(findings.flatMap((one) => (one.mark ? [one.mark.id] : []))).size).toBe(
          layer.length,
        );
        expect(new Set(findings.flatMap((one) => (one.gold ? [one.gold.id] : []))).size).toBe(
          golds.length,
        );
        const same = compare(wanted, golds).counts;
        expect(same).toMatchObject({ found: golds.length, missed: 0, extra: 0 });
      }),
    );
  });
});
