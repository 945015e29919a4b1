import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { outlineJson } from "./json-outline";
import { readJson } from "./read-json";

describe("outlineJson", () => {
  it("takes what JSON.parse takes, and finds every element of a list", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1), (list, indent) => {
        const outline = outlineJson(JSON.stringify(list, null, indent));
        expect("elements" in outline && outline.elements).toHaveLength(list.length);
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const pieces = fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "-", "null", " ");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect("elements" in outlineJson(text)).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['[\n {"a": 1},\n {"a" 2}\n]', 3, 7],
    ['[\n{"a": 1},\n', 3, 1],
    ['{"a": "x\ny"}', 1, 7],
    ['{"a": "\\q"}', 1, 7],
    ["", 1, 1],
    ["[1,]", 1, 4],
    ["01", 1, 2],
    ["[".repeat(300), 1, 201],
  ])("finds the place in %j", (text, line, column) => {
    expect(readJson(text)).toMatchObject({ problem: { line, column } });
  });

  it("knows the lines of a list in an object", () => {
    const read = readJson('{\n"articles": [\n{"x": [1,\n2]},\n\n{}\n]}');
    expect("lines" in read && read.lines).toEqual([3, 6]);
  });
});
