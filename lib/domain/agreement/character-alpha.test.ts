import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { alphaFromBinaryCounts, binaryCharacterCounts } from "./binary-character-alpha";
import { alphaFromCoincidences, characterCoincidences } from "./character-alpha";
import type { CharacterArticle } from "./character-edges";
import { characterSetCoincidences } from "./character-sets";
import { coincidencesOf } from "./coincidences";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { nominalDistance } from "./level-distances";
import { masiDistance, nominalSetDistance, tagSetKey } from "./set-distances";

const tags = 3;
const span = fc
  .tuple(fc.nat(30), fc.integer({ min: -1, max: 12 }), fc.nat(tags - 1))
  .map(([start, length, categoryIndex]) => ({ start, end: start + length, categoryIndex }));
const article: fc.Arbitrary<CharacterArticle> = fc
  .tuple(
    fc.integer({ min: 1, max: 36 }),
    fc.array(fc.array(span, { maxLength: 6 }), { maxLength: 4 }),
  )
  .map(([lengthCodePoints, layers]) => ({
    lengthCodePoints,
    layers: layers.map((spans, i) => ({ annotatorId: `annotator-${i}`, spans })),
  }));

/** Tags on each character, character by character: what the sweep must amount to. */
function setsByCharacter({ lengthCodePoints, layers }: CharacterArticle): number[][][] {
  return Array.from({ length: lengthCodePoints }, (_, at) =>
    layers.map(({ spans }) => {
      const here = spans.filter(({ start, end }) => start <= at && at < end);
      return [...new Set(here.map(({ categoryIndex }) => categoryIndex))].sort();
    }),
  );
}
const sum = (arrays: Float64Array[], length: number) =>
  arrays.reduce(
    (total, array) => total.map((value, i) => value + array[i]!),
    new Float64Array(length),
  );

function expectSameAlpha(
  a: ReturnType<typeof krippendorffAlpha>,
  b: ReturnType<typeof krippendorffAlpha>,
) {
  expect(a.pairable).toBeCloseTo(b.pairable, 9);
  expect(a.observed).toBeCloseTo(b.observed, 9);
  expect(a.expected).toBeCloseTo(b.expected, 9);
  expect(a.alpha.value === null).toBe(b.alpha.value === null);
}

describe("character alpha", () => {
  it("equals the computation character by character", () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), (articles) => {
        const sets = articles.flatMap(setsByCharacter);
        const single = sets.map((unit) => unit.map((set) => set[0] ?? tags));
        const matrices = articles.map((one) => characterCoincidences(one, tags));
        expectSameAlpha(
          alphaFromCoincidences(sum(matrices, (tags + 1) ** 2), tags),
          krippendorffAlpha(coincidencesOf(single), nominalDistance),
        );
        const counts = sum(
          articles.map((one) => binaryCharacterCounts(one, tags)),
          tags * 3,
        );
        for (let tag = 0; tag < tags; tag += 1) {
          const binary = sets.map((unit) => unit.map((set) => set.includes(tag)));
          expectSameAlpha(
            alphaFromBinaryCounts(counts, tag),
            krippendorffAlpha(coincidencesOf(binary), nominalDistance),
          );
        }
        for (const distance of [nominalSetDistance, masiDistance]) {
          expectSameAlpha(
            krippendorffAlpha(characterSetCoincidences(articles, tags), distance),
            krippendorffAlpha(coincidencesOf(sets, tagSetKey), distance),
          );
        }
      }),
    );
  });

  it("doesn't depend on the order of annotators, spans or articles", () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), (articles) => {
        const turned = articles
          .map((one) => ({
            ...one,
            layers: [...one.layers]
              .reverse()
              .map((layer) => ({ ...layer, spans: [...layer.spans].reverse() })),
          }))
          .reverse();
        const total = (all: CharacterArticle[]) =>
          sum(
            all.map((one) => characterCoincidences(one, tags)),
            (tags + 1) ** 2,
          );
        total(turned).forEach((value, i) => expect(value).toBeCloseTo(total(articles)[i]!, 9));
      }),
    );
  });
});

describe("degenerate corpora", () => {
  const layer = (
    annotatorId: string,
    ...spans: { start: number; end: number; categoryIndex: number }[]
  ) => ({
    annotatorId,
    spans,
  });
  const alphaOf = (...layers: ReturnType<typeof layer>[]) =>
    alphaFromBinaryCounts(binaryCharacterCounts({ lengthCodePoints: 100, layers }, 1), 0);
  const marked = { start: 10, end: 20, categoryIndex: 0 };

  it("has no alpha for one annotator, for silence of all and for a fully marked text", () => {
    expect(alphaOf(layer("a", marked)).alpha).toEqual({
      value: null,
      reason: "No article was submitted by two annotators.",
    });
    expect(alphaOf(layer("a"), layer("b")).alpha).toEqual({
      value: null,
      reason: "Nobody marked anything.",
    });
    const all = { start: 0, end: 100, categoryIndex: 0 };
    expect(alphaOf(layer("a", all), layer("b", all)).alpha).toHaveProperty("reason");
  });

  it("counts an annotator who submitted nothing as having looked", () => {
    const { alpha, agreement, prevalence } = alphaOf(layer("a", marked), layer("b"));
    expect(alpha.value).toBeLessThan(0);
    expect(agreement).toBeCloseTo(0.9, 12);
    expect(prevalence).toBeCloseTo(0.05, 12);
  });

  it("is 1 when two agree, and rejects unknown categories", () => {
    expect(alphaOf(layer("a", marked), layer("b", marked)).alpha.value).toBe(1);
    expect(() => alphaOf(layer("a", { ...marked, categoryIndex: 1 }), layer("b"))).toThrow(
      RangeError,
    );
  });
});
