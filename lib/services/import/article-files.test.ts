import { gzipSync } from "node:zlib";

import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import type { ArticleFormat } from "../../contracts/imports";
import { readArticleFile } from "./article-files";
import { readUploadedArticles } from "./read-uploaded";

const form = "A title\n20260131\nhttps://example.org/\nText.";
const csv = 'id,title,text\n7,A title,"Text, and\nmore."\n8,Another,Text.\n';
const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(name: string, content: string | Uint8Array, format?: ArticleFormat) {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  return readUploadedArticles({ name, bytes }, { format });
}
const titles = (found: Awaited<ReturnType<typeof read>>) =>
  found.articles.map(({ article }) => article.title);

describe("readUploadedArticles", () => {
  it.each<[string, string]>([
    ["a.txt", form],
    ["unnamed", form],
    ["a.csv", "title,text\nA title,Text."],
    ["a.csv", "\ufefftitle;text\r\nA title;Text.\r\n"],
    ["a.csv", "sep=;\ntitle;text\nA title;Text."],
    ["a.tsv", "title\ttext\nA title\tText."],
    ["a.json", '[{"title": "A title", "text": "Text."}]'],
    ["unnamed", '{"title": "A title", "text": "Text."}'],
    ["a.jsonl", '{"title": "A title", "text": "Text."}\n'],
    ["unnamed", '{"title": "A title", "text": "Text."}\n{"title": "A title", "text": "T"}'],
  ])("tells what %s is", async (name, content) => {
    const found = await read(name, content);
    expect(found.errors).toEqual([]);
    expect(titles(found)[0]).toBe("A title");
  });

  it("keeps text, lines and ids of a table", async () => {
    expect((await read("news.csv", csv)).articles).toMatchObject([
      { line: 2, externalId: "7", article: { body: "Text, and\nmore." } },
      { line: 4, externalId: "8" },
    ]);
    const nameless = (await read("news.csv", "title,text\nA,B\nC,D")).articles;
    expect(nameless.map(({ externalId }) => externalId)).toEqual(["news-1", "news-2"]);
  });

  it.each(["a.tsv", "a.tsv.gz"])(
    "reads marks as they are where %s has no quoting",
    async (name) => {
      const rows = ['A "quoted" title\tHe said "hi"', '"Unclosed\tB', 'C\t"D" she said'];
      const text = `title\ttext\r\n${rows.join("\r\n")}\r\n`;
      const found = await read(name, name.endsWith("gz") ? gzipSync(text) : text);
      expect(found.errors).toEqual([]);
      expect(found.articles).toMatchObject([
        { line: 2, article: { title: 'A "quoted" title', body: 'He said "hi"' } },
        { line: 3, article: { title: '"Unclosed', body: "B" } },
        { line: 4, article: { title: "C", body: '"D" she said' } },
      ]);
      const bytes = bytesOf(text);
      expect((await readArticleFile({ name: "a.tsv", bytes }, {})).articles).toEqual(
        found.articles.map((one) => ({ ...one, file: "a.tsv" })),
      );
    },
  );

  it.each([
    ["quoting that parses", 'title\ttext\n"A ""b"""\t"c\nd"', 'A "b"', []],
    ["rows that are uneven", 'title\ttext\nA "b"\tc\td', undefined, ["row_quote_misplaced"]],
  ])("keeps to quoting in a table with tabs and %s", async (_, text, title, reasons) => {
    const found = await read("a.tsv", text);
    expect(titles(found)[0]).toBe(title);
    expect(found.errors.map(({ reason }) => reason)).toEqual(reasons);
  });

  const long = "€".repeat(5_000_001);
  it.each<[string, string, string, ArticleFormat?]>([
    ["a.txt", `A title\n\n\n${long}`, "body"],
    ["a.txt", `A title\n\n${long}`, "body", "text"],
    ["a.csv", `title,text\nA title,${long}`, "body"],
    ["a.jsonl", JSON.stringify({ title: "A title", text: long }), "body"],
    ["a.json", JSON.stringify([{ title: "A title", text: long }]), "body"],
    ["a.txt", `${"t".repeat(1001)}\n\n\nText.`, "title"],
    ["a.txt", `${"t".repeat(1001)}\n\nText.`, "title", "text"],
  ])("has one limit of length for all ways in: %s", async (name, content, field, format) => {
    const { articles, errors } = await read(name, content, format);
    expect(articles).toEqual([]);
    expect(errors).toMatchObject([{ reason: "article_field_too_long", facts: { field } }]);
  });

  it("takes what is as long as may be", async () => {
    const { articles } = await read("a.txt", `${"t".repeat(1000)}\n\n\n${long.slice(1)}`);
    expect(articles).toHaveLength(1);
  });

  it("opens archives and .gz files", async () => {
    const zip = zipSync({
      "in/a.txt": strToU8(form),
      "b.csv": strToU8(csv),
      "__MACOSX/._a": strToU8("x"),
    });
    const found = await read("all.zip", zip);
    expect(found.errors).toEqual([]);
    expect(found.articles.map(({ file }) => file)).toEqual([
      "all.zip/in/a.txt",
      "all.zip/b.csv",
      "all.zip/b.csv",
    ]);
    expect(titles(await read("b.csv.gz", gzipSync(csv)))).toHaveLength(2);
  });

  it.each<[string, string, string | Uint8Array, string]>([
    ["an empty file", "a.txt", "", "empty"],
    ["an unclear encoding", "a.csv", new Uint8Array([...bytesOf("title,text\nb"), 0xb1]), "UTF-8"],
    [
      "mixed encodings",
      "a.csv",
      new Uint8Array([...bytesOf("title,text\nÜber,Café\ncaf"), 0xe9]),
      "two encodings are mixed",
    ],
    ["UTF-32", "a.txt", new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "UTF-32"],
    ["binary data", "a.bin", new Uint8Array(200).map((_, at) => (at * 37) % 256), "UTF-8"],
    ["a NUL", "a.csv", "title,text\nA,\0", "NUL"],
    ["a lone surrogate", "a.json", '[{"title": "\\ud800", "text": "x"}]', "lone surrogate"],
    ["the wrong delimiter", "a.tsv", "title,text\nA,B", "delimiter"],
    ["an open quotation mark", "a.csv", 'title,text\nA,"B', "never closes"],
    ["a stray quotation mark", "a.csv", 'title,text\nA,B "x" y', "quotation mark"],
    ["a row cut off", "a.csv", "title,text,date\nA", "Row 1"],
    ["JSON cut off", "a.json", '[{"title": "A"', "cut off"],
    ["no articles", "a.csv", "title,text\n", "no articles"],
    ["a page without text", "a.html", "<html>", "No article"],
    ["a PDF", "a", "%PDF-1.7", "word processors"],
    ["a document", "a.docx", zipSync({ "word/document.xml": strToU8("<x/>") }), "word processors"],
    ["a .gz cut off", "a.txt.gz", gzipSync(form).subarray(0, 30), "cut off"],
    ["a .gz bomb", "a.txt.gz", gzipSync(new Uint8Array(30_000_000)), "suspiciously"],
    ["a TAR archive", "a.tar.gz", gzipSync(form), "TAR"],
    ["a ZIP cut off", "a.zip", zipSync({ a: strToU8(form) }).subarray(0, 60), "ends before"],
    ["a ZIP bomb", "a.zip", zipSync({ a: new Uint8Array(30_000_000) }), "suspiciously"],
    ["an escaping path", "a.zip", zipSync({ "../../etc/a.txt": strToU8(form) }), "leads out"],
    [
      "an archive inside one",
      "a.zip",
      zipSync({ "b.zip": zipSync({ a: strToU8("x") }) }),
      "inside",
    ],
    ["an empty archive", "a.zip", zipSync({}), "no files"],
  ])("refuses %s", async (_, name, content, message) => {
    const { articles, errors } = await read(name, content);
    expect(articles).toEqual([]);
    expect(errors.map((error) => error.message).join("\n")).toContain(message);
    expect(errors[0]).toMatchObject({ line: expect.any(Number) as number });
  });

  it("stops an entry that unpacks to more than its directory says", async () => {
    const zip = zipSync({ "a.txt": strToU8("x".repeat(100_000)) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const directoryAt = view.getUint32(zip.length - 6, true);
    view.setUint32(directoryAt + 24, 10, true);
    expect((await read("a.zip", zip)).errors).toMatchObject([
      { message: expect.stringContaining("damaged") as string },
    ]);
  });

  it("reads a title with its text as it is", async () => {
    const { articles } = await read("article1.txt", "A title\n\nOne.\nTwo.\n", "text");
    expect(articles).toMatchObject([{ externalId: "article1", article: { body: "One.\nTwo." } }]);
  });
});
