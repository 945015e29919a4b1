import { describe, expect, it } from "vitest";

import { inLanes } from "./lanes.mjs";

describe("lanes", () => {
  it("run beside each other, each in its order", async () => {
    const log = [];
    let letGo;
    const gate = new Promise((resolve) => (letGo = resolve));
    await inLanes(
      [
        ["slow", "after slow"],
        ["quick", "last quick"],
      ],
      async (item) => {
        if (item === "slow") await gate;
        log.push(item);
        if (item === "last quick") letGo();
      },
    );
    expect(log).toEqual(["quick", "last quick", "slow", "after slow"]);
  });

  it("tell of an error once all have ended", async () => {
    const log = [];
    const run = async (item) => {
      if (item === "bad") throw new Error("no");
      await Promise.resolve();
      log.push(item);
    };
    await expect(
      inLanes(
        [
          ["bad", "never"],
          ["good", "better"],
        ],
        run,
      ),
    ).rejects.toThrow("no");
    expect(log).toEqual(["good", "better"]);
  });
});
