import { describe, expect, it } from "vitest";

import { followPlace } from "./follow-place";

const rectAt = (x: number, height = 20) => ({ x, height }) as DOMRect;

describe("a place that is followed", () => {
  it("is where it is now, and where it was last once it isn't drawn", () => {
    let rect = rectAt(300);
    const { getBoundingClientRect } = followPlace({ getBoundingClientRect: () => rect });
    expect(getBoundingClientRect().x).toBe(300);
    rect = rectAt(40);
    expect(getBoundingClientRect().x).toBe(40);
    rect = rectAt(0, 0);
    expect(getBoundingClientRect().x).toBe(40);
  });
});
