import { describe, expect, it } from "vitest";

import { makeArticle } from "../articles/make-article";
import { readArticleJson, readArticleJsonLines } from "./article-json";
import { guessDelimiter, readArticleTable } from "./article-table";
import { readTitledText } from "./article-text";

const messages = ({ problems }: { problems: { message: string }[] }) =>
  problems.map(({ message }) => message).join("\n");

describe("readArticleTable", () => {
  const rows = [{ line: 2, cells: ["7", "A title", "Some text", "2026-01-31"] }];

  it("knows the usual names of columns", () => {
    const header = ["ID", "Headline", "content", "date"];
    expect(readArticleTable({ header, rows }, {}).records).toEqual([
      {
        line: 2,
        fields: { externalId: "7", title: "A title", body: "Some text", publishedOn: "2026-01-31" },
      },
    ]);
  });

  it("takes the columns it is told", () => {
    const header = ["title", "Kopf", "Inhalt", "x"];
    const { records } = readArticleTable({ header, rows }, { title: "Kopf", body: "Inhalt" });
    expect(records[0]?.fields).toEqual({ title: "A title", body: "Some text" });
  });

  it("takes the first words where text and title are one column", () => {
    const header = ["id", "x", "text", "date"];
    const body = `${"A text. ".repeat(9)}More of it.`;
    const long = [{ line: 2, cells: ["7", "", body, ""] }];
    const { records } = readArticleTable({ header, rows: long }, { title: "text" });
    expect(records[0]?.fields).toMatchObject({ title: `${"A text. ".repeat(9)}More of…`, body });
  });

  it.each([
    [["a"], {}, "delimiter"],
    [["title", "b"], {}, "text"],
    [["text", "b"], {}, "title"],
    [["title", "title", "text"], {}, "Two columns"],
    [["title", "text"], { body: "Text" }, "no column Text"],
  ])("refuses the header %j with %j", (header, asked, message) => {
    expect(messages(readArticleTable({ header, rows: [] }, asked))).toContain(message);
  });

  it("refuses a row of another length, with its number, and keeps the others", () => {
    const table = {
      header: ["title", "text"],
      rows: [
        { line: 2, cells: ["a", "b", "c"] },
        { line: 3, cells: ["a", "b"] },
      ],
    };
    const read = readArticleTable(table, {});
    expect(read.records).toHaveLength(1);
    expect(read.problems).toMatchObject([
      { line: 2, message: expect.stringMatching(/^Row 1 /) as string },
    ]);
  });

  it.each([
    ['title,"a;b;c",text', ","],
    ["title;text", ";"],
    ["title\ttext", "\t"],
  ])("tells the delimiter of %j", (line, delimiter) => {
    expect(guessDelimiter(line)).toBe(delimiter);
  });
});

describe("readArticleJson", () => {
  it("reads a list with lines, and paragraphs that are lists", () => {
    const text = '[\n{"title": "A", "text": "B"},\n{"title": "C", "body": ["D", ["E.", "F."]]}]';
    expect(readArticleJson(text, {}).records).toEqual([
      { line: 2, fields: { title: "A", body: "B" } },
      { line: 3, fields: { title: "C", body: "D\n\nE. F." } },
    ]);
  });

  it("reads one object, and a list under “articles”", () => {
    expect(readArticleJson('{"title": "A", "text": "B"}', {}).records).toHaveLength(1);
    expect(readArticleJson('{"articles": [{}, {}]}', {}).records).toHaveLength(2);
  });

  it("says where the file is cut off", () => {
    const read = readArticleJson('[\n{"title": "A", "te', {});
    expect(read.problems).toMatchObject([{ line: 2, column: 16 }]);
  });

  it("says which element is no object", () => {
    expect(readArticleJson("[\n{},\n3]", {}).problems).toMatchObject([{ line: 3 }]);
  });
});

describe("readArticleJsonLines", () => {
  it("reads a line each and reports every bad one", () => {
    const read = readArticleJsonLines('{"title": "A"}\n\n{"title"\n[]\n{"title": "B"}', {});
    expect(read.records.map(({ line }) => line)).toEqual([1, 5]);
    expect(read.problems.map(({ line }) => line)).toEqual([3, 4]);
  });

  it("refuses a line too long for an article", () => {
    const read = readArticleJsonLines(`{"title": "${"x".repeat(17_000_000)}"}`, {});
    expect(messages(read)).toContain("longer than");
  });
});

describe("readTitledText", () => {
  it("keeps everything behind the title and one empty line", () => {
    expect(readTitledText("A title\n\nOne.\nTwo.\n\n Three.\n\n").fields).toEqual({
      title: "A title",
      body: "One.\nTwo.\n\n Three.",
    });
  });
});

describe("makeArticle", () => {
  const good = { title: "A", body: "B" };

  it("takes text verbatim and the rest trimmed", () => {
    const fields = {
      ...good,
      body: " B\r\nC ",
      url: " https://www.example.org/x ",
      language: "en",
    };
    expect(makeArticle({ line: 1, fields })).toEqual({
      article: {
        ...{ title: "A", body: " B\nC ", publishedOn: null, externalId: null, language: "en" },
        ...{ url: "https://www.example.org/x", outlet: "example.org" },
      },
    });
  });

  it.each([
    [{ title: " " }, "no title"],
    [{ title: "A\nB" }, "more than one line"],
    [{ body: "" }, "no text"],
    [{ body: "a\nb\0" }, "NUL"],
    [{ title: "\ud800" }, "lone surrogate"],
    [{ publishedOn: "31.01.2026" }, "no date"],
    [{ publishedOn: "2026-02-30" }, "no date"],
    [{ url: "javascript:alert(1)" }, "no http"],
    [{ language: "english!" }, "language code"],
    [{ externalId: "x".repeat(300) }, "200 is the most"],
  ])("refuses %j", (fields, message) => {
    const made = makeArticle({ line: 4, fields: { ...good, ...fields } });
    expect("problems" in made && messages(made)).toContain(message);
  });

  it.each(["20260131", "2026-01-31", "2026-01-31T10:00:00Z", "2026-01-31 10:00"])(
    "reads the date %s",
    (publishedOn) => {
      const made = makeArticle({ line: 1, fields: { ...good, publishedOn } });
      expect("article" in made && made.article.publishedOn).toBe("2026-01-31");
    },
  );
});
