import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { csvRecord, CsvRecordReader } from "./csv-records";

const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a") }),
);
// A record of one empty cell is a blank line, which nobody can tell from nothing.
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 });

function read(pieces: readonly string[]): string[][] {
  const reader = new CsvRecordReader();
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

describe("CSV records", () => {
  it("are read as they were written, however the text is cut", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const quoted = stringify(rows, { record_delimiter: "windows", quoted: true });
        for (const text of [quoted, rows.map(csvRecord).join("")]) {
          const pieces = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
          expect(read(pieces)).toEqual(rows);
        }
      }),
    );
  });

  it("are written as a strict parser reads them", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const width = Math.max(...rows.map((row) => row.length));
        const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
        const text = even.map(csvRecord).join("");
        expect(parse(text, { record_delimiter: "\r\n", relax_quotes: false })).toEqual(even);
      }),
    );
  });

  it("may end without a line break, but not inside quotes", () => {
    expect(read(["a,b\r\n1,"])).toEqual([
      ["a", "b"],
      ["1", ""],
    ]);
    expect(read([])).toEqual([]);
    expect(() => read(['a,"b'])).toThrow(RangeError);
  });

  it("write nothing for what is missing", () => {
    expect(csvRecord([null, 0, "", "x"])).toBe(",0,,x\r\n");
  });
});
