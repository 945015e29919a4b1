import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { estimateRemaining, roughDuration } from "./estimate-remaining";

const measured = { nMeasured: 2, activeSeconds: 600, nMeasuredCodePoints: 4000 };

describe("estimateRemaining", () => {
  it("is the person's own pace times what remains", () => {
    expect(estimateRemaining({ ...measured, nRemainingCodePoints: 10_000 })).toEqual({
      seconds: 1500,
    });
  });

  it("says nothing on fewer than two measured articles", () => {
    const one = { ...measured, nMeasured: 1, nRemainingCodePoints: 10 };
    expect(estimateRemaining(one)).toEqual({ seconds: null, reason: "too_few_measured" });
  });

  it("is zero when nothing remains, whatever was measured", () => {
    expect(estimateRemaining({ ...measured, nMeasured: 0, nRemainingCodePoints: 0 })).toEqual({
      seconds: 0,
    });
  });
});

describe("roughDuration", () => {
  it.each([
    [1, "minutes", 1],
    [89, "minutes", 1],
    [500, "minutes", 8],
    [590, "minutes", 10],
    [1500, "minutes", 25],
    [3400, "minutes", 55],
    [3500, "hours", 1],
    [5000, "hours", 1.5],
    [36_000, "hours", 10],
    [90_000, "hours", 25],
  ])("says %d seconds in %s: %d", (seconds, unit, count) => {
    expect(roughDuration(seconds)).toEqual({ unit, count });
  });

  it("never shrinks as time grows, and stays within a third of it", () => {
    const inSeconds = (seconds: number) => {
      const { unit, count } = roughDuration(seconds);
      return count * (unit === "hours" ? 3600 : 60);
    };
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 1e6 }), fc.nat(1e5), (seconds, more) => {
        expect(inSeconds(seconds + more)).toBeGreaterThanOrEqual(inSeconds(seconds));
        expect(Math.abs(inSeconds(seconds) - seconds) / seconds).toBeLessThanOrEqual(1 / 3);
      }),
    );
  });
});
