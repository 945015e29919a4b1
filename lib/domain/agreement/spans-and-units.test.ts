import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { gammaAgreement } from "./gamma";
import { bestAlignment } from "./gamma-alignment";
import { combinedDissimilarity, defaultGammaWeights } from "./gamma-dissimilarity";
import { krippendorffAlphaUnitizing } from "./krippendorff-alpha-unitizing";
import { maximumWeightMatching } from "./maximum-weight-matching";
import { partialSpanScore } from "./partial-span-score";
import { maximumGainPacking } from "./set-packing";
import { exactSpanF1, iouSpanF1, overlapSpanF1 } from "./span-f1";
import { matchOverlappingSpans, tagAgreement } from "./tag-agreement";
import type { Unit } from "./unitizing";
import { unitizingFamily } from "./unitizing-family";

const span = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 10 }), fc.constantFrom("A", "B"))
  .map(([start, length, tag]) => ({ start, end: start + length, tag }));
const layer = fc.array(span, { maxLength: 6 });
const units: fc.Arbitrary<Unit[]> = fc.array(
  span.map(({ start, end, tag }) => ({ start, end, category: tag })),
  { maxLength: 3 },
);

describe("span F1", () => {
  it("is symmetric, at most 1, and greater the more forgiving the rule", () => {
    fc.assert(
      fc.property(layer, layer, (a, b) => {
        const scores = [exactSpanF1, iouSpanF1, overlapSpanF1].map((f1) => f1(a, b).f1.value);
        expect(scores).toEqual(
          [exactSpanF1, iouSpanF1, overlapSpanF1].map((f1) => f1(b, a).f1.value),
        );
        if (a.length + b.length === 0) {
          expect(scores).toEqual([null, null, null]);
          return;
        }
        const [exact, iou, overlap] = scores.map(Number);
        expect(exact).toBeLessThanOrEqual(iou! + 1e-12);
        expect(iou).toBeLessThanOrEqual(overlap! + 1e-12);
        expect(overlap).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is 1 on identical layers, and 0 when only one of the two marked anything", () => {
    const a = [{ start: 3, end: 9, tag: "A" }];
    for (const f1 of [exactSpanF1, iouSpanF1, overlapSpanF1]) {
      expect(f1(a, a).f1).toEqual({ value: 1 });
      expect(f1(a, []).f1).toEqual({ value: 0 });
    }
  });

  it("never credits the same text twice once overlaps are merged", () => {
    fc.assert(
      fc.property(layer, layer, (a, b) => {
        for (const tags of ["same", "any"] as const) {
          const { precision, recall } = partialSpanScore(a, b, { tags });
          expect(precision.value ?? 0).toBeLessThanOrEqual(1 + 1e-9);
          expect(recall.value ?? 0).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it("matches tags of overlapping spans one to one", () => {
    const a = [
      { start: 0, end: 10, tag: "A" },
      { start: 20, end: 30, tag: "B" },
    ];
    const b = [
      { start: 1, end: 11, tag: "A" },
      { start: 2, end: 9, tag: "B" },
    ];
    expect(matchOverlappingSpans(a, b)).toEqual([[0, 0]]);
    const pairs = [
      ["A", "A"],
      ["B", "A"],
      ["B", "B"],
    ] as const;
    expect(tagAgreement(pairs)).toMatchObject({
      pairs: 3,
      tags: ["A", "B"],
      table: [
        [1, 0],
        [1, 1],
      ],
    });
    expect(tagAgreement([]).kappa).toHaveProperty("reason");
    expect(tagAgreement([["A", "A"]]).kappa).toHaveProperty("reason");
  });
});

describe("best partitions", () => {
  const gains = fc.array(
    fc.tuple(
      fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 20 }),
    ),
    { maxLength: 9 },
  );

  it("finds the packing of greatest gain", () => {
    fc.assert(
      fc.property(gains, (list) => {
        const candidates = list.map(([members, gain]) => ({ members, gain }));
        const best = (from: number, used: ReadonlySet<number>): number => {
          const one = candidates[from];
          if (!one) return 0;
          const without = best(from + 1, used);
          if (one.members.some((member) => used.has(member))) return without;
          return Math.max(without, one.gain + best(from + 1, new Set([...used, ...one.members])));
        };
        const { chosen, isOptimal } = maximumGainPacking(7, candidates);
        const members = chosen.flatMap((i) => candidates[i]!.members);
        expect(new Set(members).size).toBe(members.length);
        expect(isOptimal).toBe(true);
        const gain = chosen.reduce((sum, i) => sum + candidates[i]!.gain, 0);
        expect(gain).toBeCloseTo(best(0, new Set()), 9);
      }),
    );
  });

  it("finds the matching of greatest weight", () => {
    const table = fc.array(
      fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 4, maxLength: 4 }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(table, (weights) => {
        const best = (row: number, used: readonly number[]): number =>
          row === weights.length
            ? 0
            : Math.max(
                best(row + 1, used),
                ...weights[row]!.flatMap((weight, column) =>
                  used.includes(column) ? [] : [weight + best(row + 1, [...used, column])],
                ),
              );
        const pairs = maximumWeightMatching(weights.length, 4, (i, j) => weights[i]![j]!);
        expect(pairs.reduce((sum, [i, j]) => sum + weights[i]![j]!, 0)).toBe(best(0, []));
      }),
    );
  });
});

describe("gamma", () => {
  it("doesn't depend on the order of annotators or units", () => {
    fc.assert(
      fc.property(units, units, units, (a, b, c) => {
        fc.pre(a.length + b.length + c.length > 0);
        const one = bestAlignment([a, b, c], defaultGammaWeights);
        const other = bestAlignment([[...c].reverse(), a, [...b].reverse()], defaultGammaWeights);
        expect(one.isOptimal && other.isOptimal).toBe(true);
        expect(one.disorder).toBeCloseTo(other.disorder, 9);
        expect(one.unitary.flat().filter((unit) => unit !== null)).toHaveLength(
          a.length + b.length + c.length,
        );
      }),
    );
  });

  it("is 1 for identical layers, the same for a seed, and undefined without units", () => {
    const own = [
      { start: 1, end: 5, category: "a" },
      { start: 9, end: 14, category: "b" },
    ];
    const moved = own.map((unit) => ({ ...unit, end: unit.end + 3 }));
    expect(gammaAgreement([own, own]).gamma).toEqual({ value: 1 });
    expect(gammaAgreement([own, moved], { seed: 4 })).toEqual(
      gammaAgreement([own, moved], { seed: 4 }),
    );
    expect(combinedDissimilarity(own[0]!, own[0]!, defaultGammaWeights)).toBe(0);
    for (const layers of [[own], [[], []], [own, own, own, own]]) {
      expect(gammaAgreement(layers).gamma).toHaveProperty("reason");
    }
  });
});

describe("unitizing", () => {
  const continuum = (...annotators: Unit[][]) => ({ begin: 0, length: 50, annotators });
  const unit = (start: number, end: number, category = "a") => ({ start, end, category });

  it("is 1 for identical units and below 1 for shifted ones", () => {
    const own = [unit(2, 9), unit(20, 26, "b")];
    const moved = [unit(4, 9), unit(20, 26, "b")];
    expect(krippendorffAlphaUnitizing(continuum(own, own)).alpha).toEqual({ value: 1 });
    expect(unitizingFamily(continuum(own, own)).u.value).toBeCloseTo(1, 12);
    expect(krippendorffAlphaUnitizing(continuum(own, moved)).alpha.value).toBeLessThan(1);
    expect(unitizingFamily(continuum(own, moved)).cu.value).toBeCloseTo(1, 12);
  });

  it("gives reasons for silence, a single annotator and overlaps", () => {
    const overlapping = [unit(2, 9), unit(5, 12)];
    for (const annotators of [[[], []], [[unit(2, 9)]], [overlapping, []]]) {
      expect(krippendorffAlphaUnitizing(continuum(...annotators)).alpha).toHaveProperty("reason");
      expect(unitizingFamily(continuum(...annotators)).u).toHaveProperty("reason");
    }
  });
});
