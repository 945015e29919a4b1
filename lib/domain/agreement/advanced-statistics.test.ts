import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { AdvancedSums, meanFigure } from "./advanced-report";
import { advancedStatistics } from "./advanced-statistics";
import { stableSample } from "./stable-sample";

type DemoSpan = { start: number; end: number; tag: string };
type Expected = Record<string, number> & { alpha_U_2004_by_tag: Record<string, number> };
const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as unknown;
const { annotations } = read("prisma/demo/demo-annotations.json") as {
  annotations: Record<string, DemoSpan[]>;
};
const layers = Object.entries(annotations).map(([annotatorId, spans]) => ({
  annotatorId,
  spans: spans.map(({ start, end, tag }) => ({
    ...{ segment: "body" as const, start, end, tagId: tag },
  })),
}));
const { oracles } = read("lib/domain/agreement/agreement-oracles.json") as {
  oracles: { id: string; expected: Record<string, Expected> }[];
};
const oracle = oracles.find(({ id }) => id === "seed-article-A-vs-B")?.expected;

function reportOf(some: typeof layers, hasGamma = true) {
  const sums = new AdvancedSums(defaultCodebook);
  const statistics = advancedStatistics(defaultCodebook, 3235, some, { hasGamma });
  if (statistics) sums.add(statistics);
  return sums.report();
}

describe("the advanced coefficients", () => {
  it("are the published ones on the demo article", () => {
    for (const family of reportOf(layers).families) {
      const expected = oracle?.[family.familyId];
      expect(family.alphaU.mean.value).toBeCloseTo(expected?.alpha_U_2004 ?? NaN, 5);
      expect(family.setNominal.alpha.value).toBeCloseTo(expected?.char_alpha_set_nominal ?? NaN, 5);
      expect(family.setMasi.alpha.value).toBeCloseTo(expected?.char_alpha_set_masi ?? NaN, 5);
      const disorder = expected?.gamma_best_alignment_disorder_alpha1_beta1 ?? NaN;
      expect(family.observedDisorder.value).toBeCloseTo(disorder, 5);
      for (const [tagId, value] of Object.entries(expected?.alpha_U_2004_by_tag ?? {})) {
        const figure = family.tags.find((tag) => tag.tagId === tagId);
        expect(figure?.alphaU.mean.value, tagId).toBeCloseTo(value, 5);
      }
    }
    const [sourcing, framing] = reportOf(layers).families;
    expect(sourcing?.u.mean.value).toBeCloseTo(oracle?.SOURCING?.u_alpha ?? NaN, 5);
    expect(sourcing?.binaryU.mean.value).toBeCloseTo(oracle?.SOURCING?.u_alpha_binary ?? NaN, 5);
    expect(sourcing?.cu.mean.value).toBeCloseTo(oracle?.SOURCING?.cu_alpha ?? NaN, 5);
    expect(sourcing?.cuCoverage.value).toBeCloseTo(oracle?.SOURCING?.cu_coverage ?? NaN, 5);
    expect(framing?.u.mean).toEqual({ value: null, reason: "An annotator's units overlap." });
  });

  it("give the same gamma every time, and none beyond three annotators or sixty spans", () => {
    expect(reportOf(layers)).toEqual(reportOf(layers));
    const four = ["a", "b", "c", "d"].map((annotatorId) => ({ ...layers[0]!, annotatorId }));
    expect(reportOf(four).families[0]?.gamma.undefinedBecause).toEqual([
      { reason: "Gamma is computed for at most 3 annotators.", nArticles: 1 },
    ]);
    const many = Array.from({ length: 61 }, (_, at) => ({
      ...{ segment: "body" as const, start: 10 * at, end: 10 * at + 5, tagId: "LOADED" },
    }));
    const crowded = [layers[0]!, { annotatorId: "z", spans: many }];
    expect(reportOf(crowded).families[1]?.gamma.mean).toMatchObject({ value: null });
    expect(reportOf(layers, false).families[0]?.gamma.nArticles).toBe(0);
  });

  it("have an interval from five articles on, and say on how many they are undefined", () => {
    const five = [0.1, 0.2, 0.3, 0.4, 0.5].map((value) => ({ value }));
    const { mean, interval, ...rest } = meanFigure([...five, { value: null, reason: "Why." }]);
    expect(mean.value).toBeCloseTo(0.3);
    expect(interval.lower).toBeGreaterThan(0.1);
    expect(rest).toEqual({
      nArticles: 5,
      undefinedBecause: [{ reason: "Why.", nArticles: 1 }],
    });
    expect(meanFigure(five.slice(1)).interval).toMatchObject({ lower: null });
  });
});

describe("a stable sample", () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `article ${at}`);
  it("hardly changes when an id is added, whatever the order", () => {
    const before = stableSample(ids, 100);
    const after = stableSample(["one more", ...ids].reverse(), 100);
    expect(after.filter((id) => !before.includes(id)).length).toBeLessThan(2);
    expect(stableSample(ids, 5000)).toHaveLength(1000);
  });
});
