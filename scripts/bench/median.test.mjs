import { describe, expect, it } from "vitest";

import { median, quantile, ratio } from "./median.mjs";

describe("median", () => {
  it("takes the middle, whatever the order", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNull();
  });
  it("is the half quantile", () => {
    expect(quantile([0, 10], 0.98)).toBeCloseTo(9.8);
    expect(quantile([7], 1)).toBe(7);
  });
});

describe("ratio", () => {
  it("is nothing where a side is missing", () => {
    expect(ratio(3, 2)).toBe(1.5);
    expect(ratio(null, 2)).toBeNull();
    expect(ratio(3, 0)).toBeNull();
  });
});
