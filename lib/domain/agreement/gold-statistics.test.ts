import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { type SettledGold, goldStatistics } from "./gold-statistics";
import { GoldSums } from "./gold-sums";

const body = (start: number, end: number, tagId: string) => ({
  ...{ segment: "body" as const, start, end },
  ...{ tagId, attributes: {} },
});
const gold: SettledGold = {
  spans: [body(0, 10, "LOADED"), body(20, 30, "LABEL"), body(40, 44, "NAMED")],
  openFamilyIds: [],
  undecided: [],
};
const layers = [
  {
    annotatorId: "a",
    spans: [body(0, 10, "LOADED"), body(20, 25, "LABEL"), body(50, 60, "DOUBT")],
  },
  { annotatorId: "b", spans: [] },
];

function scoresOf(settled: SettledGold, some = layers) {
  const sums = new GoldSums();
  sums.add(goldStatistics(defaultCodebook, settled, some));
  return sums.read(["SOURCING", "FRAMING"]);
}

describe("an annotator against gold", () => {
  it("has precision and recall by exact edges, overlap, and partial credit", () => {
    const framing = scoresOf(gold).find(
      ({ annotatorId, familyId }) => annotatorId === "a" && familyId === "FRAMING",
    );
    expect(framing).toMatchObject({ nArticles: 1, nSpans: 3, nGold: 2 });
    expect(framing?.exact.precision.value).toBeCloseTo(1 / 3);
    expect(framing?.exact.recall.value).toBe(0.5);
    expect(framing?.overlap.precision.value).toBeCloseTo(2 / 3);
    expect(framing?.overlap.recall.value).toBe(1);
    expect(framing?.similar.recall.value).toBe(1);
    expect(framing?.partial.recall.value).toBe(0.75);
    expect(framing?.partial.precision.value).toBeCloseTo(2 / 3);
  });

  it("is undefined, not 0, in precision for who marked nothing", () => {
    const silent = scoresOf(gold).find(
      ({ annotatorId, familyId }) => annotatorId === "b" && familyId === "FRAMING",
    );
    expect(silent?.exact.precision).toMatchObject({ value: null });
    expect(silent?.exact.recall).toEqual({ value: 0 });
    expect(silent?.exact.f1).toEqual({ value: 0 });
  });

  it("waits for a family's disagreements", () => {
    const open = scoresOf({ ...gold, openFamilyIds: ["FRAMING"] });
    expect(open.map(({ familyId }) => familyId)).toEqual(["SOURCING", "SOURCING"]);
  });

  it("holds nothing against anybody where more than one answer stands", () => {
    const undecided = [{ familyId: "FRAMING", start: 52, end: 58 }];
    const [, framing] = scoresOf({ ...gold, undecided }, layers.slice(0, 1));
    expect(framing).toMatchObject({ nSpans: 2, nGold: 2 });
    expect(framing?.overlap.f1).toEqual({ value: 1 });
  });
});
