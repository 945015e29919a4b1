import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { countCodePoints } from "../text/code-points";
import { parseArticleForm } from "./parse-article-form";

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseArticleForm(bytes(text), "a.txt");
const head = "Title\n20260131\nhttps://www.example.org/x\n";

describe("parseArticleForm", () => {
  it("reads the real article to the byte", () => {
    const file = readFileSync("prisma/demo/article-west-reluctant.txt");
    const parsed = parseArticleForm(file, "west.txt");
    if (!("article" in parsed)) throw new Error("not parsed");
    const { body, ...rest } = parsed.article;
    expect(rest).toEqual({
      title: "West reluctant to give Ukraine security guarantees media",
      publishedOn: "2022-04-02",
      url: expect.stringContaining("https://www.russiaherald.com/news/272443770") as string,
      outlet: "russiaherald.com",
    });
    expect(countCodePoints(body)).toBe(3235);
    const hash = createHash("sha256").update(body).digest("hex");
    expect(hash).toMatch(/^fbf8aa97.*1d7d$/);
  });

  it("takes paragraphs verbatim", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1, maxLength: 5 }),
        (strings) => {
          const lines = strings.map((line) => `x${line.replace(/[\n\r\0]/g, "")}`);
          const parsed = parse(head + lines.join("\n"));
          expect("article" in parsed && parsed.article.body).toBe(lines.join("\n\n"));
        },
      ),
    );
  });

  it("makes LF of CRLF and CR, and drops a byte order mark", () => {
    const parsed = parse(`\ufeff${head}one\rtwo\r\nthree\n`.replace("Title\n", "Title\r\n"));
    expect("article" in parsed && parsed.article).toMatchObject({
      title: "Title",
      body: "one\n\ntwo\n\nthree",
    });
  });

  it("takes empty date and address lines as unknown", () => {
    const parsed = parse("Title\n\n\nText");
    expect("article" in parsed && parsed.article).toMatchObject({
      publishedOn: null,
      url: null,
      outlet: null,
    });
  });

  it.each([
    ["", 1],
    ["Title\n20260230\n\nText", 2],
    ["Title\n2026-01-31\n\nText", 2],
    ["Title\n20260131\njavascript:alert(1)\nText", 3],
    ["Title\n20260131\nnot an address\nText", 3],
    ["Title\n20260131\n\n \n", 4],
    [`${head}one\nt\0o`, 5],
  ])("%j has an error in line %i", (text, line) => {
    const parsed = parse(text);
    expect("errors" in parsed && parsed.errors.map((error) => error.line)).toContain(line);
  });

  it("finds every error at once", () => {
    const parsed = parse("\nx\ny\n");
    expect("errors" in parsed && parsed.errors.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it("says where a file stops being UTF-8", () => {
    const file = new Uint8Array([...bytes(`${head}café `), 0xff, 0x41]);
    const parsed = parseArticleForm(file, "a.txt");
    expect("errors" in parsed && parsed.errors[0]).toMatchObject({ line: 4, column: 6 });
  });
});
