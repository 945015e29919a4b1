import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CodePointIndex } from "../text/code-points";
import { prefixOf, spreadsheetCell, suffixOf } from "./csv-cells";

const cell = fc.string({ unit: "binary" });

describe("CSV cells", () => {
  it("come back from a strict parser as they were, in the analysis profile", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = stringify(rows, { record_delimiter: "windows" });
        expect(parse(text, { record_delimiter: "\r\n", relax_quotes: false })).toEqual(rows);
      }),
    );
  });

  it("come back in the spreadsheet profile with at most an apostrophe before them", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = spreadsheetCell(text);
        expect(guarded.replace(/^'/, "")).toBe(text.replace(/^'/, ""));
        expect(guarded).not.toMatch(/^[=+\-@\t\r\0]/);
      }),
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("defuses %j", (text) => {
    expect(spreadsheetCell(text)).toBe(`'${text}`);
  });

  it("gives 32 code points of context, fewer at the ends", () => {
    const index = new CodePointIndex("😀".repeat(40));
    expect([...prefixOf(index, 40)]).toHaveLength(32);
    expect(prefixOf(index, 3)).toBe("😀😀😀");
    expect(suffixOf(index, 40)).toBe("");
  });
});
