/** Counts of the run, printed as one closing line a step and one for all. */
export class Tally {
  #passed = 0;
  #failed = 0;

  /** Prints `name: N passed, M failed` alone on a line. */
  close(name, passed, failed) {
    this.#passed += passed;
    this.#failed += failed;
    process.stdout.write(`\n${name}: ${passed} passed, ${failed} failed\n`);
  }

  closeAll() {
    process.stdout.write(`\ntotal: ${this.#passed} passed, ${this.#failed} failed\n`);
    return this.#failed === 0;
  }
}

/** Counts from a vitest JSON report; a report without tests is a failure. */
export function countVitest(report) {
  const { numPassedTests: passed = 0, numFailedTests = 0, numFailedTestSuites = 0 } = report ?? {};
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
  return passed + failed === 0 ? { passed, failed: 1 } : { passed, failed };
}

/** Counts from a Playwright JSON report; a report without tests is a failure. */
export function countPlaywright(report) {
  const { expected: passed = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const failed = unexpected + flaky + (report?.errors?.length ?? 0);
  return passed + failed === 0 ? { passed, failed: 1 } : { passed, failed };
}
