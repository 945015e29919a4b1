import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bennettS } from "./bennett-s";
import { macroMean } from "./coefficient";
import { cohenKappa } from "./cohen-kappa";
import { coincidencesOf } from "./coincidences";
import { fleissKappa } from "./fleiss-kappa";
import { gwetAc1, gwetAc2 } from "./gwet";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { distanceFor, type Level, nominalDistance } from "./level-distances";
import { percentAgreement } from "./percent-agreement";
import { profilesOf, type RatingMatrix, tableOf } from "./ratings";
import { scottPi } from "./scott-pi";
import { jaccardDistance, masiDistance } from "./set-distances";

type Ratings = RatingMatrix<number>;
const cell = fc.option(fc.integer({ min: 1, max: 4 }), { freq: 4 });
const ratings: fc.Arbitrary<Ratings> = fc.integer({ min: 2, max: 5 }).chain((annotators) =>
  fc.array(fc.array(cell, { minLength: annotators, maxLength: annotators }), {
    minLength: 1,
    maxLength: 12,
  }),
);
const levels: Level[] = ["nominal", "ordinal", "interval", "ratio"];
const alpha = (rows: Ratings, level: Level = "nominal") => {
  const coincidences = coincidencesOf(rows);
  return krippendorffAlpha(coincidences, distanceFor(level, coincidences));
};
const byProfiles = { fleissKappa, gwetAc1, bennettS };

/** Same number up to rounding, or the same absence. */
function expectSame(a: { value: number | null }, b: { value: number | null }) {
  if (a.value === null || b.value === null) expect(a.value).toBe(b.value);
  else expect(a.value).toBeCloseTo(b.value, 9);
}

describe("coefficients", () => {
  it("don't depend on the order of units or annotators", () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const turned = rows.map((row) => [...row].reverse()).reverse();
        for (const level of levels)
          expectSame(alpha(rows, level).alpha, alpha(turned, level).alpha);
        for (const of of Object.values(byProfiles)) {
          expectSame(of(profilesOf(rows)).coefficient, of(profilesOf(turned)).coefficient);
        }
        const table = tableOf(rows);
        const swapped = tableOf(rows, [1, 0]);
        expectSame(cohenKappa(table).coefficient, cohenKappa(swapped).coefficient);
        expectSame(scottPi(table).coefficient, scottPi(swapped).coefficient);
      }),
    );
  });

  it("are 1 when all agree and something varies", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2 }), (values) => {
        fc.pre(new Set(values).size > 1);
        const rows = values.map((value) => [value, value, value]);
        for (const level of levels) expectSame(alpha(rows, level).alpha, { value: 1 });
        for (const of of Object.values(byProfiles)) {
          expectSame(of(profilesOf(rows)).coefficient, { value: 1 });
        }
        expectSame(cohenKappa(tableOf(rows)).coefficient, { value: 1 });
      }),
    );
  });

  it("give a reason when nothing varies or nobody shares a unit", () => {
    const same = [
      [1, 1],
      [1, 1],
    ];
    const apart = [
      [1, null],
      [null, 2],
    ];
    for (const rows of [same, apart]) {
      expect(alpha(rows).alpha).toEqual({ value: null, reason: expect.any(String) as string });
      for (const of of Object.values(byProfiles)) {
        expect(of(profilesOf(rows)).coefficient).toHaveProperty("reason");
      }
      expect(cohenKappa(tableOf(rows)).coefficient).toHaveProperty("reason");
      expect(scottPi(tableOf(rows)).coefficient).toHaveProperty("reason");
    }
    expect(percentAgreement(profilesOf(same))).toEqual({ value: 1 });
    expect(percentAgreement(profilesOf(apart)).value).toBeNull();
  });

  it("may fall below 0", () => {
    const opposite = [
      [1, 2],
      [2, 1],
      [1, 2],
    ];
    expect(alpha(opposite).alpha.value).toBeLessThan(0);
    expect(cohenKappa(tableOf(opposite)).coefficient.value).toBeLessThan(0);
  });
});

describe("krippendorffAlpha", () => {
  it("changes by the small-sample correction only when the corpus is doubled", () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const once = alpha(rows);
        const twice = alpha([...rows, ...rows]);
        expect(twice.observed).toBeCloseTo(once.observed, 12);
        const n = once.pairable;
        if (n > 1) {
          expect(twice.expected).toBeCloseTo((once.expected * 2 * (n - 1)) / (2 * n - 1), 12);
        }
      }),
    );
  });

  it("equals a direct computation over all pairs of values", () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const units = rows
          .map((row) => row.filter((value) => value !== null))
          .filter((row) => row.length > 1);
        const all = units.flat();
        const pairs = (values: number[]) =>
          values
            .flatMap((a) => values.map((b) => nominalDistance(a, b)))
            .reduce((s, d) => s + d, 0);
        const { observed, expected } = alpha(rows);
        if (all.length === 0) return;
        const within = units.reduce((sum, row) => sum + pairs(row) / (row.length - 1), 0);
        expect(observed).toBeCloseTo(within / all.length, 12);
        expect(expected).toBeCloseTo(pairs(all) / (all.length * (all.length - 1)), 12);
      }),
    );
  });
});

describe("other parts", () => {
  it("gives AC2 with identity weights the value of AC1", () => {
    const profiles = profilesOf([
      [1, 2],
      [2, 2],
      [3, 1],
      [1, 1],
    ]);
    expect(gwetAc2(profiles, "identity")).toEqual(gwetAc1(profiles));
    expect(gwetAc2(profiles, "linear").observed).toBeGreaterThan(gwetAc1(profiles).observed);
  });

  it("measures sets by what they share", () => {
    expect(masiDistance([], [])).toBe(0);
    expect(masiDistance([], ["a"])).toBe(1);
    expect(masiDistance(["a"], ["a", "b"])).toBeCloseTo(1 - 0.5 * 0.67, 12);
    expect(masiDistance(["a", "b"], ["b", "c"])).toBeCloseTo(1 - 0.33 / 3, 12);
    expect(jaccardDistance(["a", "b"], ["b", "c"])).toBeCloseTo(2 / 3, 12);
  });

  it("averages over the defined coefficients and says how many", () => {
    const one = { value: null, reason: "unused" };
    expect(macroMean([{ value: 0.5 }, one, { value: -0.1 }])).toEqual({
      mean: { value: 0.2 },
      averaged: 2,
    });
    expect(macroMean([one]).mean.value).toBeNull();
  });
});
