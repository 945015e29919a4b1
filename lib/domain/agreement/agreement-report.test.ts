import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { agreementReport } from "./agreement-report";
import { articleStatistics, type SubmittedLayer } from "./article-statistics";

type DemoSpan = { start: number; end: number; tag: string; quote: string };
const demo = JSON.parse(readFileSync("prisma/demo/demo-annotations.json", "utf8")) as {
  annotations: Record<string, DemoSpan[]>;
};
const layers: SubmittedLayer[] = Object.entries(demo.annotations).map(([annotatorId, spans]) => ({
  annotatorId,
  spans: spans.map((span, at) => ({
    id: `${annotatorId} ${at}`,
    segment: "body",
    start: span.start,
    end: span.end,
    quote: span.quote,
    tagId: span.tag,
    attributes: {},
    revision: 1,
  })),
}));
const oracle = (
  JSON.parse(readFileSync("lib/domain/agreement/agreement-oracles.json", "utf8")) as {
    oracles: { id: string; expected: Record<string, Record<string, number>> }[];
  }
).oracles.find(({ id }) => id === "seed-article-A-vs-B")?.expected;

function statisticsOf(some: readonly SubmittedLayer[], length = 3235) {
  const statistics = articleStatistics(defaultCodebook, length, some);
  if (!statistics) throw new Error("two layers are needed");
  return { statistics, gold: null };
}

describe("a project's agreement", () => {
  it("shows the published values of the demo article", () => {
    const report = agreementReport(defaultCodebook, [statisticsOf(layers)]);
    for (const family of report.families) {
      const expected = oracle?.[family.familyId];
      expect(family.alpha.value).toBeCloseTo(expected?.char_alpha_binary ?? NaN, 5);
      expect(family.tagKappa.value).toBeCloseTo(expected?.matched_label_kappa ?? NaN, 4);
      expect(family.nMatched).toBe(expected?.matched_pairs);
      const pair = report.pairs[0]?.families[family.familyId];
      expect(pair?.exactF1.value).toBeCloseTo(expected?.exact_f1 ?? NaN, 5);
      expect(pair?.similarF1.value).toBeCloseTo(expected?.iou50_f1 ?? NaN, 5);
    }
    const byTag = {
      ...(oracle?.SOURCING?.char_alpha_by_tag as unknown as Record<string, number>),
      ...(oracle?.FRAMING?.char_alpha_by_tag as unknown as Record<string, number>),
    };
    for (const [tagId, value] of Object.entries(byTag)) {
      const figure = report.tags.find((tag) => tag.tagId === tagId);
      expect(figure?.alpha.value, tagId).toBeCloseTo(value, 5);
    }
  });

  it("gives no interval below five articles, and says why", () => {
    const few = agreementReport(defaultCodebook, [statisticsOf(layers)]);
    expect(few.families[0]?.interval).toMatchObject({ lower: null });
    expect(few.families[0]?.variance).toBeNull();
    const lengths = [3235, 3300, 3400, 3500, 3600];
    const many = agreementReport(
      defaultCodebook,
      lengths.map((length) => statisticsOf(layers, length)),
    );
    expect(many.families[0]?.interval.lower).not.toBeNull();
  });

  it("is n/a with a reason when nothing can be compared", () => {
    expect(articleStatistics(defaultCodebook, 100, layers.slice(0, 1))).toBeNull();
    const none = agreementReport(defaultCodebook, []);
    expect(none.families[0]?.alpha).toMatchObject({ value: null });
    const silent = agreementReport(defaultCodebook, [
      statisticsOf([
        { annotatorId: "a", spans: [] },
        { annotatorId: "b", spans: [] },
      ]),
    ]);
    expect(silent.families[0]?.alpha).toEqual({ value: null, reason: "Nobody marked anything." });
  });

  it("counts an annotator who marked nothing as a judgement", () => {
    const report = agreementReport(defaultCodebook, [
      statisticsOf([layers[0]!, { annotatorId: "z", spans: [] }]),
    ]);
    expect(report.families[0]?.alpha.value).toBeLessThanOrEqual(0);
    expect(report.families[0]?.noticed).toEqual({ value: 0 });
  });
});
