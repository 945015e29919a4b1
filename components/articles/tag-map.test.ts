import { describe, expect, it } from "vitest";

import { readTagMap, withTag } from "./tag-map";

describe("readTagMap", () => {
  it("reads a line each, with tags to be left out", () => {
    const text = "Loaded_Language = LOADED\n\nFlag-Waving=\na=b = LABEL\nnothing\n = X";
    expect(readTagMap(text)).toEqual({
      ...{ Loaded_Language: "LOADED", "Flag-Waving": null, "a=b": "LABEL" },
    });
  });
});

describe("withTag", () => {
  it("puts a tag's line in the place of the one it had", () => {
    const text = withTag(withTag("A = X\n\nB = Y", "A", "Z"), "C", "");
    expect(readTagMap(text)).toEqual({ A: "Z", B: "Y", C: null });
  });
});
