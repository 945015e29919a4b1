import { describe, expect, it } from "vitest";

import { countPlaywright, countVitest } from "./tally.mjs";

describe("counting tests", () => {
  it("reads both reports", () => {
    expect(countVitest({ numPassedTests: 3, numFailedTests: 1, numFailedTestSuites: 1 })).toEqual({
      passed: 3,
      failed: 1,
    });
    expect(countPlaywright({ stats: { expected: 2, unexpected: 1, flaky: 1 } })).toEqual({
      passed: 2,
      failed: 2,
    });
  });

  it("counts a suite that could not be read, and a run without tests, as failed", () => {
    expect(countVitest({ numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 1 })).toEqual({
      passed: 5,
      failed: 1,
    });
    expect(countVitest(undefined)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(undefined)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright({ stats: { expected: 1 }, errors: [{}] }).failed).toBe(1);
  });
});
