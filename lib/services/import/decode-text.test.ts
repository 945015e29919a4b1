import { describe, expect, it } from "vitest";

import type { Encoding } from "../../contracts/imports";
import { decoderOf, decodeText } from "./decode-text";

/** Bytes of a text in an encoding of one byte a character, as its decoder would read them. */
function encode(text: string, encoding: Encoding): Uint8Array {
  const table = Array.from({ length: 256 }, (_, byte) => readByte(byte, encoding));
  return Uint8Array.from([...text].map((character) => table.indexOf(character)));
}
function readByte(byte: number, encoding: Encoding): string {
  try {
    return decoderOf(encoding).decode(Uint8Array.of(byte));
  } catch {
    return "";
  }
}
function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) {
    view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  }
  return bytes;
}

const german =
  "Die Würde des Menschen ist unantastbar. Sie zu achten und zu schützen ist Verpflichtung aller staatlichen Gewalt. „Für immer“, hieß es später.";
const russian = "Президент объявил, что правительство должно принять решение о гарантиях.";
const polish = "Prezydent ogłosił, że rząd będzie musiał podjąć decyzję w sprawie gwarancji.";

describe("decodeText", () => {
  it.each<[string, Uint8Array, Encoding]>([
    [german, encode(german, "windows-1252"), "windows-1252"],
    [russian, encode(russian, "windows-1251"), "windows-1251"],
    [russian, encode(russian, "koi8-r"), "koi8-r"],
  ])("guesses %j where it is clear", (text, bytes, encoding) => {
    expect(decodeText(bytes, undefined)).toEqual({ text, encoding, isGuessed: true });
  });

  it("asks where several encodings fit", () => {
    const bytes = encode(polish, "windows-1250");
    expect(decodeText(bytes, undefined)).toMatchObject({
      problem: { line: 1, message: expect.stringContaining("can't be told for sure") as string },
    });
    expect(decodeText(bytes, "windows-1250")).toMatchObject({ text: polish, isGuessed: false });
  });

  it("takes the byte order mark's word, whatever was asked for", () => {
    for (const isLittle of [true, false]) {
      const decoded = decodeText(utf16(`\ufeff${polish}\r\nx`, isLittle), "windows-1252");
      const encoding = isLittle ? "utf-16le" : "utf-16be";
      expect(decoded).toEqual({ text: `${polish}\nx`, encoding, isGuessed: false });
    }
    const utf8 = new TextEncoder().encode(`\ufeff${polish}`);
    expect(decodeText(utf8, undefined)).toMatchObject({ text: polish, encoding: "utf-8" });
  });

  it("takes a page's declaration where the page isn't UTF-8", () => {
    const page = `<html><meta charset="iso-8859-2"><p>${polish}`;
    expect(decodeText(encode(page, "iso-8859-2"), undefined)).toEqual({
      ...{ text: page, encoding: "iso-8859-2", isGuessed: false },
    });
    // UTF-8 that is declared to be something else is UTF-8 all the same.
    expect(decodeText(new TextEncoder().encode(page), undefined)).toMatchObject({ text: page });
  });

  it("says where a file leaves the encoding that was asked for", () => {
    const bytes = new Uint8Array([0x61, 0x81, 0xff]);
    expect(decodeText(bytes, "shift_jis")).toMatchObject({
      problem: { message: expect.stringContaining("shift_jis") as string },
    });
  });

  it("finds mixed encodings and where they begin", () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode("Grüße aus Köln\nund Café, cr"),
      ...encode("ème", "windows-1252"),
    ]);
    expect(decodeText(bytes, undefined)).toEqual({
      problem: {
        ...{ line: 2, column: 13, message: expect.stringContaining("mixed") as string },
        reason: "encodings_mixed",
      },
    });
  });

  it("finds NUL in any encoding", () => {
    expect(decodeText(utf16("\ufeffa\nb\0", true), undefined)).toMatchObject({
      problem: { line: 2, column: 2 },
    });
  });
});

describe("the beginning of a file", () => {
  const cut: [Encoding, number[], string][] = [
    ["utf-8", [0x41, 0xf0, 0x9f, 0x98], "A"],
    ["utf-8", [0x41, 0xc3, 0xa9], "A\u00e9"],
    ["utf-16le", [0x41, 0, 0x42], "A"],
    ["utf-16le", [0x41, 0, 0x3d, 0xd8], "A"],
    ["utf-16be", [0, 0x41, 0xd8, 0x3d, 0xde], "A"],
    ["euc-kr", [0xb0, 0xa1, 0xb0], "가"],
    ["shift_jis", [0x82, 0xa0, 0x82], "あ"],
    ["euc-jp", [0xa4, 0xa4, 0xa4], "い"],
    ["big5", [0xa4, 0xa4, 0xa4], "中"],
    ["gb18030", [0xb0, 0xa1, 0x81, 0x30, 0x81], "啊"],
  ];

  it.each(cut)("in %s may end inside a character: %j", (encoding, bytes, text) => {
    const decoded = decodeText(Uint8Array.from(bytes), encoding, { isBeginning: true });
    expect(decoded).toMatchObject({ text, encoding });
  });

  it.each(cut.filter(([, , text]) => text !== "A\u00e9"))(
    "in %s may not where it is the whole file: %j",
    (encoding, bytes) => {
      expect(decodeText(Uint8Array.from(bytes), encoding)).toHaveProperty("problem");
    },
  );

  it("has no faults before its end", () => {
    const bytes = Uint8Array.from([0x3d, 0xd8, 0x41, 0, 0x42, 0]);
    expect(decodeText(bytes, "utf-16le", { isBeginning: true })).toHaveProperty("problem");
  });
});
