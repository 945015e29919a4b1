import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { givingWay, withRightOfWay } from "./right-of-way";

/** A request that is answered when `answer` is called. */
function ask() {
  let answer = () => {};
  const answered = withRightOfWay(() => new Promise<void>((resolve) => (answer = resolve)));
  return { answer: () => (answer(), answered) };
}

/** Watches whether a download goes on. */
function watch(standing: Promise<void>) {
  const seen = { isGoing: false };
  void standing.then(() => (seen.isGoing = true));
  return seen;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("a long download", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("goes on at once while nobody asks", async () => {
    const giveWay = givingWay();
    await pass(1000);
    const download = watch(giveWay());
    await pass(0);
    expect(download.isGoing).toBe(true);
  });

  it("stands still until the last request is answered", async () => {
    const giveWay = givingWay();
    await pass(1000);
    const [one, other] = [ask(), ask()];
    const download = watch(giveWay());
    await one.answer();
    await pass(50);
    expect(download.isGoing).toBe(false);
    await other.answer();
    await pass(0);
    expect(download.isGoing).toBe(true);
  });

  it("goes on after a request that failed", async () => {
    const giveWay = givingWay();
    await pass(1000);
    const failed = withRightOfWay(() => Promise.reject(new Error("no"))).catch(() => "told");
    const download = watch(giveWay());
    expect(await failed).toBe("told");
    await pass(0);
    expect(download.isGoing).toBe(true);
  });

  it("stands still for two fifths of its time at most, however long others take", async () => {
    const giveWay = givingWay();
    await pass(100);
    const slow = ask();
    const download = watch(giveWay());
    await pass(39);
    expect(download.isGoing).toBe(false);
    await pass(2);
    expect(download.isGoing).toBe(true);
    const again = watch(giveWay());
    await pass(20);
    expect(again.isGoing).toBe(true);
    await slow.answer();
  });
});
