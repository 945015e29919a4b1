import { describe, expect, it } from "vitest";

import { type AlphaRows, FixedAlphaRows, OrdinalAlphaRows, type WeightedPair } from "./alpha-rows";
import { fewestArticles, percentileInterval } from "./bootstrap";
import type { Coefficient } from "./coefficient";
import { krippendorffAlpha, type SquaredDistance } from "./krippendorff-alpha";
import { nominalDistance, ordinalDistance } from "./level-distances";
import { PairCounts } from "./pair-counts";
import { seededRandom } from "./random-source";
import { masiDistance, tagSetKey } from "./set-distances";

const draws = 1000;
type Article<Value> = WeightedPair<Value>[];

/** Articles are drawn and alpha computed from their pairs, the long way. */
function naive<Value>(
  articles: readonly Article<Value>[],
  distanceOf: (counts: ReturnType<PairCounts<Value>["read"]>) => SquaredDistance<Value>,
  keyOf: (value: Value) => unknown = (value) => value,
) {
  const random = seededRandom(7);
  const alphaOf = (drawn: readonly Article<Value>[]): Coefficient => {
    const counts = new PairCounts<Value>(keyOf);
    for (const pair of drawn.flat()) counts.addPair(...pair);
    const coincidences = counts.read();
    return krippendorffAlpha(coincidences, distanceOf(coincidences)).alpha;
  };
  const values = Array.from({ length: draws }, () =>
    alphaOf(articles.map(() => articles[Math.floor(random() * articles.length)]!)),
  );
  return percentileInterval(values.flatMap(({ value }) => (value === null ? [] : [value])));
}

function made<Value>(values: readonly Value[], nArticles: number): Article<Value>[] {
  const random = seededRandom(11);
  const any = () => values[Math.floor(random() * values.length)]!;
  return Array.from({ length: nArticles }, () =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, (): WeightedPair<Value> => {
      const first = any();
      return [first, random() < 0.6 ? first : any(), 1 + Math.floor(random() * 3)];
    }),
  );
}

function intervalOf<Value>(rows: AlphaRows<Value>, articles: readonly Article<Value>[]) {
  for (const article of articles) rows.add(article);
  return rows.interval();
}

/** Two seeds differ by less than this at 1,000 draws of such data. */
function expectAlike(
  { lower, upper }: ReturnType<typeof percentileInterval>,
  other: ReturnType<typeof percentileInterval>,
) {
  expect(Math.abs((lower ?? 9) - (other.lower ?? 0))).toBeLessThan(0.04);
  expect(Math.abs((upper ?? 9) - (other.upper ?? 0))).toBeLessThan(0.04);
  expect(upper! - lower!).toBeGreaterThan(0.05);
}

describe("an interval over articles from what alpha needs of each is that from all pairs,", () => {
  it("nominal", () => {
    const articles = made(["a", "b", "c"], 60);
    const rows = new FixedAlphaRows<string>(nominalDistance);
    expectAlike(
      intervalOf(rows, articles),
      naive(articles, () => nominalDistance),
    );
  });

  it("of sets by MASI distance", () => {
    const articles = made([["a"], ["b"], ["a", "b"], ["b", "c"], []], 60);
    const rows = new FixedAlphaRows<readonly string[]>(masiDistance, tagSetKey);
    expectAlike(
      intervalOf(rows, articles),
      naive(articles, () => masiDistance, tagSetKey),
    );
  });

  it("ordinal, whose distances follow from what was drawn", () => {
    const articles = made([1, 2, 3, 5], 60);
    expectAlike(intervalOf(new OrdinalAlphaRows(), articles), naive(articles, ordinalDistance));
  });

  it("of more articles than are drawn singly, by random groups of them", () => {
    const articles = made(["a", "b", "c"], 12_000);
    const rows = new FixedAlphaRows<string>(nominalDistance);
    const { lower, upper } = intervalOf(rows, articles);
    const few = intervalOf(new FixedAlphaRows<string>(nominalDistance), articles.slice(0, 9000));
    const ratio = (upper! - lower!) / (few.upper! - few.lower!);
    expect(ratio).toBeGreaterThan(Math.sqrt(9 / 12) - 0.1);
    expect(ratio).toBeLessThan(Math.sqrt(9 / 12) + 0.1);
  });
});

describe("there is no interval", () => {
  it(`below ${fewestArticles} articles that have a pair`, () => {
    const articles = [...made(["a", "b"], fewestArticles - 1), [], [], []];
    const rows = new FixedAlphaRows<string>(nominalDistance);
    expect(intervalOf(rows, articles)).toMatchObject({ lower: null });
  });

  it("where all chose the same", () => {
    const rows = new FixedAlphaRows<string>(nominalDistance);
    const articles = Array.from({ length: 9 }, (): Article<string> => [["a", "a", 1]]);
    expect(intervalOf(rows, articles)).toEqual({
      ...{ lower: null, upper: null },
      reason: "The coefficient is undefined in most resamples.",
    });
  });
});
