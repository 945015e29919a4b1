import { describe, expect, it } from "vitest";

import { en } from "@/components/messages/en";
import { defaultCodebook } from "@/lib/domain/codebook/default-codebook";
import { commandFor, digitTagFor, commands, keyWords } from "./commands";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  commandFor({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe("digits", () => {
  const digit = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

  it("mean the tags of the first family, and with Shift those of the second", () => {
    expect(digitTagFor({ ...digit, code: "Digit1" }, defaultCodebook)).toBe("NAMED");
    expect(digitTagFor({ ...digit, code: "Digit8", shiftKey: true }, defaultCodebook)).toBe(
      "BACKGROUND",
    );
    expect(digitTagFor({ ...digit, code: "Digit8" }, defaultCodebook)).toBeUndefined();
    expect(digitTagFor({ ...digit, code: "Digit1", ctrlKey: true }, defaultCodebook)).toBe(
      undefined,
    );
    expect(digitTagFor({ ...digit, code: "KeyA" }, defaultCodebook)).toBeUndefined();
  });
});

describe("keys of the annotation screen", () => {
  it("gives each key to one command", () => {
    const keys = commands.map((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("knows undo and redo in the ways that people expect", () => {
    expect(press("z", { metaKey: true })?.title).toBe("undo");
    expect(press("Z", { ctrlKey: true, shiftKey: true })?.title).toBe("redo");
    expect(press("y", { ctrlKey: true })?.title).toBe("redo");
  });

  it("takes signs that need Shift on some keyboards", () => {
    expect(press("?", { shiftKey: true })?.title).toBe("allKeys");
    expect(press("{", { shiftKey: true })?.title).toBe("endEarlier");
  });

  it("leaves other combinations to the browser", () => {
    expect(press("c", { ctrlKey: true })).toBeUndefined();
    expect(press("n", { altKey: true })).toBeUndefined();
    expect(press("N", { shiftKey: true })).toBeUndefined();
  });

  it("writes keys as they stand on a keyboard", () => {
    const { keyNames } = en.annotator;
    const words = (keys: string) => keyWords(keys, (key) => keyNames[key]);
    expect(words("mod+shift+z")).toBe("Ctrl + Shift + Z");
    expect(words("alt+arrows")).toBe("Alt + Arrows");
    for (const { keys } of commands) expect(words(keys)).not.toMatch(/[A-Z]{2}|^[a-z]/);
  });
});
