import { describe, expect, it } from "vitest";

import { binaryCharacterCounts } from "./binary-character-alpha";
import { bootstrap, bootstrapAlpha, bootstrapBinaryAlphas } from "./bootstrap";
import { characterCoincidences } from "./character-alpha";
import type { CharacterArticle } from "./character-edges";
import { articlesForHalfWidth, jackknifeVariance } from "./planning";
import { seededRandom } from "./random-source";
import { forEachResample } from "./resample";

/** Two annotators who mark the same places, off by a few characters. */
function corpus(articles: number, seed = 5): CharacterArticle[] {
  const random = seededRandom(seed);
  return Array.from({ length: articles }, () => {
    const start = Math.floor(random() * 60);
    const spans = (shift: number) => [
      { start: start + shift, end: start + 20, categoryIndex: Math.floor(random() * 2) },
    ];
    return {
      lengthCodePoints: 100,
      layers: [
        { annotatorId: "a", spans: spans(0) },
        { annotatorId: "b", spans: spans(Math.floor(random() * 10)) },
      ],
    };
  });
}
const endToEnd = (rows: Float64Array[]) => Float64Array.from(rows.flatMap((row) => [...row]));
const binary = (articles: CharacterArticle[]) => ({
  counts: endToEnd(articles.map((article) => binaryCharacterCounts(article, 2))),
  categoryCount: 2,
});
const nominal = (articles: CharacterArticle[]) => ({
  matrices: endToEnd(articles.map((article) => characterCoincidences(article, 2))),
  categoryCount: 2,
});

describe("bootstrap over articles", () => {
  it("is the same for the same seed and contains the estimate", () => {
    const once = bootstrapAlpha(nominal(corpus(40)), 500, 7);
    expect(bootstrapAlpha(nominal(corpus(40)), 500, 7)).toEqual(once);
    expect(bootstrapAlpha(nominal(corpus(40)), 500, 8).interval).not.toEqual(once.interval);
    expect(once.interval.lower).toBeLessThan(once.estimate.value!);
    expect(once.interval.upper).toBeGreaterThan(once.estimate.value!);
    expect(bootstrapBinaryAlphas(binary(corpus(40)), 200, 7)).toHaveLength(2);
  });

  it("narrows with the number of articles", () => {
    const width = (articles: number) => {
      const { interval } = bootstrapAlpha(nominal(corpus(articles)), 500, 1);
      return interval.lower === null ? NaN : interval.upper - interval.lower;
    };
    expect(width(400) / width(25)).toBeCloseTo(0.25, 1);
  });

  it("gives an estimate but no interval below five articles read twice", () => {
    const unread = { lengthCodePoints: 50, layers: [{ annotatorId: "a", spans: [] }] };
    const result = bootstrapAlpha(nominal([...corpus(4), unread, unread]), 100, 1);
    expect(result.articles).toBe(4);
    expect(result.estimate.value).not.toBeNull();
    expect(result.interval).toEqual({
      lower: null,
      upper: null,
      reason: expect.any(String) as string,
    });
  });

  it("draws as many rows as there are", () => {
    const values = Float64Array.of(1, 5, 1, 0, 1, 7);
    forEachResample(values, 2, 20, seededRandom(1), (totals) => expect(totals[0]).toBe(3));
  });

  it("draws groups of articles from a large corpus, with much the same interval", () => {
    const random = seededRandom(9);
    const rows = Float64Array.from({ length: 12_000 }, () => random());
    const mean = (n: number) => (totals: Float64Array) => ({ value: totals[0]! / n });
    const [grouped] = bootstrap(rows, 1, [mean(12_000)], 500, 1);
    expect(grouped?.groupSize).toBe(6);
    const { lower, upper } = grouped!.interval;
    const exact = 2 * 1.96 * Math.sqrt(1 / 12 / 12_000);
    expect((upper! - lower!) / exact).toBeCloseTo(1, 0);
  });
});

describe("planning", () => {
  const mean = (totals: Float64Array) => ({ value: totals[0]! / totals[1]! });
  const rows = Float64Array.from([2, 4, 4, 4, 5, 5, 7, 9].flatMap((value) => [value, 1]));

  it("finds the textbook variance of a mean", () => {
    expect(jackknifeVariance(rows, 2, mean)).toBeCloseTo(32 / 7 / 8, 12);
  });

  it("needs four times the articles for half the width", () => {
    const present = { articles: 20, variance: 0.01 };
    const plan = articlesForHalfWidth(present, 0.1);
    const finer = articlesForHalfWidth(present, 0.05);
    expect(plan).toEqual({ articles: 77, presentHalfWidth: expect.closeTo(0.196, 3) as number });
    expect(finer.articles).toBe(308);
  });

  it("makes no plan from too few articles", () => {
    const variance = jackknifeVariance(rows.subarray(0, 8), 2, mean);
    expect(variance).toBeNull();
    expect(articlesForHalfWidth({ articles: 4, variance }, 0.1)).toHaveProperty("reason");
  });
});
