import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { agreementReport } from "./agreement-report";
import { articleStatistics } from "./article-statistics";
import type { ArticleStatistics, SubmittedLayer } from "./article-sums";
import type { Interval } from "./bootstrap";
import { IntervalSums } from "./interval-sums";
import { seededRandom } from "./random-source";

const nCodePoints = 400;

/** Two or three layers of one span each, near each other, with an attribute and an answer. */
function article(random: () => number): ArticleStatistics {
  const start = Math.floor(random() * 300);
  const layer = (name: string): SubmittedLayer => {
    const shift = Math.floor(random() * 20);
    const tagId = random() < 0.7 ? "LOADED" : "LABEL";
    const intensity = 1 + Math.floor(random() * 3);
    return {
      annotatorId: name,
      answers: { genre: random() < 0.7 ? "report" : "opinion" },
      spans: [
        {
          ...{ segment: "body", start: start + shift, end: start + shift + 40 },
          ...{ tagId, attributes: { intensity } },
        },
      ],
    };
  };
  const names = random() < 0.5 ? ["a", "b"] : ["a", "b", "c"];
  const statistics = articleStatistics(defaultCodebook, nCodePoints, names.map(layer));
  if (!statistics) throw new Error("nothing to compare");
  return statistics;
}

function read(nArticles: number) {
  const random = seededRandom(3);
  const articles = Array.from({ length: nArticles }, () => article(random));
  const sums = new IntervalSums(defaultCodebook);
  for (const one of articles) sums.add(one);
  const counted = articles.map((statistics) => ({ statistics, gold: null }));
  return { intervals: sums.read(), report: agreementReport(defaultCodebook, counted) };
}

function expectAround(interval: Interval | undefined, value: number | null | undefined) {
  expect(interval?.lower).toBeLessThan(value ?? NaN);
  expect(interval?.upper).toBeGreaterThan(value ?? NaN);
}

describe("further intervals", () => {
  it("are around the figures that the report has, and narrower with more articles", () => {
    const few = read(25);
    const many = read(400);
    for (const { intervals, report } of [few, many]) {
      const family = report.families.find(({ familyId }) => familyId === "FRAMING");
      const tag = report.tags.find(({ tagId }) => tagId === "LOADED");
      const attribute = report.attributes.find((one) => one.attributeId === "intensity");
      const question = report.questions.find(({ questionId }) => questionId === "genre");
      expectAround(
        intervals.ac1OfFamily.find(({ familyId }) => familyId === "FRAMING")?.interval,
        family?.ac1.value,
      );
      expectAround(
        intervals.ac1OfTag.find(({ tagId }) => tagId === "LOADED")?.interval,
        tag?.ac1.value,
      );
      expectAround(
        intervals.attributes.find(
          (one) => one.familyId === attribute?.familyId && one.attributeId === "intensity",
        )?.interval,
        attribute?.alpha.value,
      );
      expectAround(
        intervals.questions.find(({ questionId }) => questionId === "genre")?.interval,
        question?.alpha.value,
      );
    }
    const widthOf = ({ intervals }: typeof few) => {
      const { lower, upper } = intervals.ac1OfTag.find(({ tagId }) => tagId === "LOADED")!.interval;
      return upper! - lower!;
    };
    expect(widthOf(many) / widthOf(few)).toBeCloseTo(Math.sqrt(25 / 400), 1);
  });

  it("aren't there below five articles, or for what nobody used", () => {
    const { intervals } = read(4);
    const all = [...intervals.ac1OfTag, ...intervals.attributes, ...intervals.questions];
    expect(all.map(({ interval }) => interval.lower).filter((one) => one !== null)).toEqual([]);
    const unused = read(30).intervals.ac1OfTag.find(({ tagId }) => tagId === "NAMED");
    expect(unused?.interval.lower).toBeNull();
  });
});
