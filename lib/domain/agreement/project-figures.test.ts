import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { agreementReport } from "./agreement-report";
import { articleStatistics, type SubmittedLayer } from "./article-statistics";
import { labelledFigures } from "./labelled-figures";
import { isoWeek } from "./trend";

const tagIds = defaultCodebook.families.flatMap(({ tags }) => tags.map(({ id }) => id));
const codePoints = 200;

const layer = fc.array(
  fc.record({
    segment: fc.constant("body" as const),
    start: fc.nat(codePoints - 2),
    length: fc.integer({ min: 1, max: 40 }),
    tagId: fc.constantFrom(...tagIds),
    attributes: fc.record({ intensity: fc.constantFrom(1, 2, 3) }),
  }),
  { maxLength: 8 },
);
const corpus = fc.array(
  fc.array(layer, { minLength: 2, maxLength: 4 }).map((layers): SubmittedLayer[] =>
    layers.map((spans, at) => ({
      annotatorId: `annotator ${at}`,
      spans: spans.map(({ length, ...span }) => ({ ...span, end: span.start + length })),
      answers: { genre: spans.length > 4 ? "report" : "opinion", further_frames: ["Politics"] },
      submittedOn: `2026-01-${String(10 + spans.length).padStart(2, "0")}`,
      codebookNumber: 1 + (spans.length % 2),
    })),
  ),
  { minLength: 1, maxLength: 4 },
);

function reportOf(articles: readonly (readonly SubmittedLayer[])[]) {
  const counted = articles.map((layers) => {
    const statistics = articleStatistics(defaultCodebook, codePoints, layers);
    if (!statistics) throw new Error("two layers are needed");
    return { statistics, gold: null };
  });
  return agreementReport(defaultCodebook, counted);
}

/** Values by what they are, the annotators in either order. */
function valuesOf(articles: readonly (readonly SubmittedLayer[])[]): Map<string, number | null> {
  return new Map(
    labelledFigures(reportOf(articles)).map((figure) => {
      const { scope, family, tag, group, statistic, annotatorIds, value } = figure;
      const key = [scope, family, tag, group, statistic, [...annotatorIds].sort()].join();
      return [key, value === null ? null : Math.round(value * 1e5) / 1e5 + 0];
    }),
  );
}

describe("a project's figures", () => {
  it("don't depend on the order of articles, layers and spans", () => {
    fc.assert(
      fc.property(corpus, (articles) => {
        const turned = articles
          .map((layers) =>
            [...layers].reverse().map((one) => ({ ...one, spans: [...one.spans].reverse() })),
          )
          .reverse();
        const [one, other] = [valuesOf(articles), valuesOf(turned)];
        // Which of several best matchings is taken may turn with the order of equal spans.
        const isMatched = (key: string) => /same_edges|tag_|attribute/.test(key);
        for (const [key, value] of one)
          if (!isMatched(key)) expect([key, other.get(key)]).toEqual([key, value]);
        expect(other.size).toBe(one.size);
      }),
      { numRuns: 40 },
    );
  });

  it("are 1 or undefined when all agree", () => {
    fc.assert(
      fc.property(corpus, (articles) => {
        const agreed = articles.map((layers) =>
          layers.map((one) => ({ ...layers[0]!, annotatorId: one.annotatorId })),
        );
        for (const figure of labelledFigures(reportOf(agreed))) {
          if (figure.statistic === "prevalence" || figure.value === null) continue;
          // Spans of one tag that overlap within a layer can be matched with one another.
          if (/same_edges|tag_|attribute/.test(figure.statistic)) continue;
          expect([figure.scope, figure.statistic, figure.value]).toEqual([
            figure.scope,
            figure.statistic,
            1,
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("stay where they are when the corpus is there twice, but for alpha's correction", () => {
    fc.assert(
      fc.property(corpus, (articles) => {
        const [once, twice] = [reportOf(articles), reportOf([...articles, ...articles])];
        once.families.forEach(({ alpha, agreement, noticed }, at) => {
          const doubled = twice.families[at];
          expect(doubled?.agreement).toBeCloseTo(agreement, 9);
          expect(doubled?.noticed.value ?? null).toBe(noticed.value);
          if (alpha.value === null) return;
          const nValues = articles.length * 2 * codePoints;
          const correction = (1 - alpha.value) / nValues;
          expect(Math.abs((doubled?.alpha.value ?? NaN) - alpha.value)).toBeLessThan(
            correction + 1e-9,
          );
        });
      }),
      { numRuns: 40 },
    );
  });

  it("give ordinal alpha for scales and nominal for lists and questions", () => {
    const span = { segment: "body" as const, start: 0, tagId: "LOADED" };
    const two = (a: number, b: number, at: number): SubmittedLayer[] => [
      {
        annotatorId: "a",
        spans: [{ ...span, end: 9, attributes: { intensity: a, voice: "outlet" } }],
        answers: { genre: "report" },
      },
      {
        annotatorId: "b",
        spans: [{ ...span, end: 8, attributes: { intensity: b, voice: "outlet" } }],
        answers: { genre: at === 0 ? "opinion" : "report" },
      },
    ];
    const report = reportOf([two(1, 1, 0), two(2, 3, 1), two(3, 3, 2), two(1, 2, 3)]);
    const intensity = report.attributes.find(({ attributeId }) => attributeId === "intensity");
    // krippendorff.alpha([[1, 2, 3, 1], [1, 3, 3, 2]], level_of_measurement="ordinal")
    expect(intensity).toMatchObject({ level: "ordinal", nPairs: 4 });
    expect(intensity?.alpha.value).toBeCloseTo(0.7083333333, 6);
    const voice = report.attributes.find(
      ({ attributeId, familyId }) => attributeId === "voice" && familyId === "FRAMING",
    );
    expect(voice?.alpha).toEqual({
      value: null,
      reason: "Every pairable rating has the same value.",
    });
    const genre = report.questions.find(({ questionId }) => questionId === "genre");
    expect(genre).toMatchObject({ nArticles: 4, level: "nominal" });
    expect(genre?.agreement).toEqual({ value: 0.75 });
    expect(genre?.alpha.value).toBeCloseTo(0, 6);
  });

  it("are there by week and by codebook version", () => {
    const article = (submittedOn: string, codebookNumber: number): SubmittedLayer[] =>
      ["a", "b"].map((annotatorId) => ({ annotatorId, spans: [], submittedOn, codebookNumber }));
    const report = reportOf([
      article("2026-01-05", 1),
      article("2026-01-11", 2),
      article("2025-12-31", 1),
    ]);
    expect(report.weeks.map(({ week, nArticles }) => [week, nArticles])).toEqual([
      ["2026-W01", 1],
      ["2026-W02", 2],
    ]);
    expect(
      report.versions.map(({ codebookNumber, nArticles }) => [codebookNumber, nArticles]),
    ).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});

describe("the week of a day", () => {
  it.each([
    ["2024-12-30", "2025-W01"],
    ["2021-01-03", "2020-W53"],
    ["2026-06-15", "2026-W25"],
  ])("%s is %s", (day, week) => {
    expect(isoWeek(day)).toBe(week);
  });
});
