import { describe, expect, it } from "vitest";

import { readTagMap } from "./tag-map";

describe("readTagMap", () => {
  it("reads a line each, with tags to be left out", () => {
    const text = "Loaded_Language = LOADED\n\nFlag-Waving=\na=b = LABEL\nnothing\n = X";
    expect(readTagMap(text)).toEqual({
      ...{ Loaded_Language: "LOADED", "Flag-Waving": null, "a=b": "LABEL" },
    });
  });
});
