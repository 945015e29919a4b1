import { describe, expect, it } from "vitest";

import { commandFor, commands, keyWords } from "./commands";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  commandFor({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe("keys of the annotation screen", () => {
  it("gives each key to one command", () => {
    const keys = commands.map((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("knows undo and redo in the ways that people expect", () => {
    expect(press("z", { metaKey: true })?.title).toBe("Undo");
    expect(press("Z", { ctrlKey: true, shiftKey: true })?.title).toBe("Redo");
    expect(press("y", { ctrlKey: true })?.title).toBe("Redo");
  });

  it("takes signs that need Shift on some keyboards", () => {
    expect(press("?", { shiftKey: true })?.title).toBe("All keys");
    expect(press("{", { shiftKey: true })?.title).toBe("End earlier");
  });

  it("leaves other combinations to the browser", () => {
    expect(press("c", { ctrlKey: true })).toBeUndefined();
    expect(press("n", { altKey: true })).toBeUndefined();
    expect(press("N", { shiftKey: true })).toBeUndefined();
  });

  it("writes keys as they stand on a keyboard", () => {
    expect(keyWords("mod+shift+z")).toBe("Ctrl + Shift + Z");
  });
});
