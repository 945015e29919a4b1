import { describe, expect, it } from "vitest";

import { moveBy, removeAt, replaceAt } from "./replace-at";

describe("a list that is edited", () => {
  it("changes, loses and moves one item, and leaves the list it came from", () => {
    const list = [{ id: "a" }, { id: "b" }, { id: "c" }];
    const ids = (items: { id: string }[]) => items.map(({ id }) => id).join("");
    expect(ids(replaceAt(list, 1, { id: "x" }))).toBe("axc");
    expect(ids(removeAt(list, 1))).toBe("ac");
    expect(ids(moveBy(list, 0, 1))).toBe("bac");
    expect(ids(moveBy(list, 2, -1))).toBe("acb");
    expect(ids(moveBy(list, 0, -1))).toBe("abc");
    expect(ids(moveBy(list, 2, 1))).toBe("abc");
    expect(ids(list)).toBe("abc");
  });
});
