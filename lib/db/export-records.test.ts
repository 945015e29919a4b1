import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toCrlf } from "./export-records";

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells: readonly string[]) => cells.map(quoted).join(",");

async function rewrite(text: string, cuts: readonly number[]): Promise<string> {
  const bytes = Buffer.from(text);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const chunks = [0, ...places].map((from, n) => Buffer.from(bytes.subarray(from, places[n])));
  const parts: Buffer[] = [];
  async function* source() {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  }
  for await (const part of toCrlf(source())) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

describe("toCrlf", () => {
  const cell = fc
    .array(fc.constantFrom("a", ",", '"', "\r", "\n", "é", ',"\r"\n', '"\r'), { maxLength: 6 })
    .map((parts) => parts.join(""));

  it("ends records, and only them, with CRLF, however the bytes are cut", async () => {
    const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(records, fc.array(fc.nat(), { maxLength: 12 }), async (rows, cuts) => {
        const sent = rows.map((cells) => `${line([...cells, "\r"])}\n`).join("");
        const expected = rows.map((cells) => `${line(cells)}\r\n`).join("");
        expect(await rewrite(sent, cuts)).toBe(expected);
      }),
    );
  });
});
