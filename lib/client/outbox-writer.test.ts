import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { waitedMs } from "./back-off";
import type { OutboxEntry } from "./device-database";
import { OutboxWriter, type WriterState } from "./outbox-writer";

const entryOf = (id: string): OutboxEntry => ({
  userId: "u",
  assignmentId: "a",
  operation: { id, kind: "remove", spanId: "s", baseRevision: 1 },
});

describe("the writer of the outbox", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("writes in order, and no change overtakes one that can't be written yet", async () => {
    const disk: string[] = [];
    let isFull = false;
    const states: WriterState[] = [];
    const writer = new OutboxWriter(
      (state) => states.push(state),
      () => undefined,
      ({ operation }) => {
        if (isFull) return Promise.reject(new DOMException("full", "QuotaExceededError"));
        disk.push(operation.id);
        return Promise.resolve();
      },
    );
    writer.add(entryOf("1"));
    await vi.runAllTimersAsync();
    isFull = true;
    writer.add(entryOf("2"));
    await vi.advanceTimersByTimeAsync(10);
    expect(states.at(-1)).toEqual({ nUnwritten: 1, failure: "storage_full" });
    writer.add(entryOf("3"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(disk).toEqual(["1"]);
    expect(states.at(-1)).toEqual({ nUnwritten: 2, failure: "storage_full" });
    isFull = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(disk).toEqual(["1", "2", "3"]);
    expect(states.at(-1)).toEqual({ nUnwritten: 0, failure: null });
  });
});

describe("leaving the screen", () => {
  it("asks the disk for all that waits, without a task between", async () => {
    const disk: string[] = [];
    const writer = new OutboxWriter(
      () => undefined,
      () => undefined,
      ({ operation }) => Promise.resolve(void disk.push(operation.id)),
    );
    writer.add(entryOf("1"));
    writer.add(entryOf("2"));
    expect(disk).toEqual([]);
    writer.flush();
    await Promise.resolve();
    await Promise.resolve();
    expect(disk).toEqual(["1", "2"]);
  });
});

describe("back-off", () => {
  it("grows up to half a minute and is spread", () => {
    expect([1, 2, 3, 20].map((failures) => waitedMs(failures, 0))).toEqual([
      500, 1000, 2000, 15_000,
    ]);
    expect(waitedMs(20, 0.999)).toBeLessThan(30_000);
  });
});
