import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findEncoding } from "./stream-text";

function chunksOf(bytes: Uint8Array, size: number) {
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) {
      yield await Promise.resolve(bytes.subarray(at, at + size));
    }
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

// Parts of characters of two, three and four bytes, and bytes that begin none.
const anyByte = fc.constantFrom(
  0x0a,
  0x41,
  0xc3,
  0xa9,
  0xe2,
  0x82,
  0xac,
  0xf0,
  0x9f,
  0x98,
  0x80,
  0xff,
);
const anyText = fc.string({ unit: fc.constantFrom("a", "\n", "é", "€", "😀") });

describe("findEncoding", () => {
  it("takes for UTF-8 what is UTF-8, wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 7 }), async (text, size) => {
        const bytes = new TextEncoder().encode(text);
        const found = await findEncoding(chunksOf(bytes, size), undefined);
        expect(found).toEqual({ encoding: "utf-8", isGuessed: false });
      }),
    );
  });

  it("says what isn't, and in which line, wherever it is cut", async () => {
    const anyBytes = fc.array(anyByte, { minLength: 1, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 7 }), async (all, size) => {
        const bytes = Uint8Array.from(all);
        const found = await findEncoding(chunksOf(bytes, size), undefined);
        expect("encoding" in found && found.encoding === "utf-8").toBe(isUtf8(bytes));
      }),
    );
    const good = new TextEncoder().encode("é\n€\n😀".repeat(50));
    const bad = Uint8Array.from([...good, 0x0a, 0xe2, 0x82]);
    const found = await findEncoding(chunksOf(bad, 5), undefined);
    expect(found).toMatchObject({ problem: { line: 102 } });
  });
});
