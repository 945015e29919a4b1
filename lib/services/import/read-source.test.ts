import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readArticleFile } from "./article-files";
import type { ReadItem } from "./read-item";
import { largeLimits, readArticleSource } from "./read-source";

/** A file that comes in pieces of these sizes, over and over. */
function source(name: string, bytes: Uint8Array, sizes: readonly number[]) {
  return {
    name,
    async *chunks() {
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1;
        yield await Promise.resolve(bytes.subarray(at, at + size));
        at += size;
      }
    },
  };
}

async function read(name: string, bytes: Uint8Array, sizes: readonly number[]) {
  const items: ReadItem[] = [];
  const found = readArticleSource(source(name, bytes, sizes), {}, largeLimits);
  for await (const item of found) items.push(item);
  return {
    articles: items.flatMap((item) => ("article" in item ? [item.article] : [])),
    errors: items.flatMap((item) => ("error" in item ? [item.error] : [])),
  };
}

const cells = fc.stringMatching(/^[a-zé😀"\n,;]{0,8}$/u);
const quoted = (cell: string) => `"x${cell.replaceAll('"', '""')}"`;
const sizes = fc.array(fc.integer({ min: 4, max: 30 }), { minLength: 1, maxLength: 4 });
const eol = fc.constantFrom("\n", "\r\n");

describe("readArticleSource", () => {
  it("reads a table as it is read in one piece, however it is cut", async () => {
    const rows = fc.array(fc.tuple(cells, cells), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, sizes, eol, async (table, cuts, end) => {
        const lines = [["title", "text"], ...table.map((row) => row.map(quoted))];
        const text = lines.map((line) => line.join(",")).join(end);
        const bytes = new TextEncoder().encode(`\ufeff${text}`);
        const whole = await readArticleFile({ name: "a.csv", bytes }, {});
        const { articles, errors } = await read("a.csv", bytes, cuts);
        expect({ articles, errors }).toEqual({ articles: whole.articles, errors: whole.errors });
      }),
    );
  });

  it("gives the rows before a broken one, and its line, however the table is cut", async () => {
    const broken = fc.constantFrom('A,B "x" y', 'A,"B', '"A"x,B');
    await fc.assert(
      fc.asyncProperty(fc.nat(20), broken, sizes, async (nGood, row, cuts) => {
        const good = Array.from({ length: nGood }, (_, at) => `T${at},"Text\n${at}"`);
        const bytes = new TextEncoder().encode(["title,text", ...good, row, "C,D"].join("\n"));
        const { articles, errors } = await read("a.csv", bytes, cuts);
        expect(articles.map(({ article }) => article.title)).toEqual(good.map((_, at) => `T${at}`));
        expect(errors).toMatchObject([{ line: 2 + 2 * nGood }]);
        expect(errors).toEqual((await readArticleFile({ name: "a.csv", bytes }, {})).errors);
      }),
    );
  });

  it("reads JSON Lines as they are read in one piece, however they are cut", async () => {
    const line = fc.oneof(
      fc.tuple(cells, cells).map(([title, text]) => JSON.stringify({ title: `x${title}`, text })),
      fc.constantFrom("", "{", "[1]", '{"title": 1'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), sizes, eol, async (lines, cuts, end) => {
        const bytes = new TextEncoder().encode(`{"title":"T","text":"X"}\n${lines.join(end)}\n`);
        const whole = await readArticleFile({ name: "a.jsonl", bytes }, {});
        const found = await read("a.jsonl", bytes, cuts);
        const byLine = [...whole.errors].sort((a, b) => a.line - b.line);
        expect(found.errors).toEqual(byLine);
        const bodies = (list: typeof found.articles) => list.map(({ article }) => article.body);
        expect(bodies(found.articles)).toEqual(bodies(whole.articles));
      }),
    );
  });

  it("passes over a line that is too long for an article, and says so once", async () => {
    const long = `{"title":"Long","body":"${"x".repeat(17_000_000)}"}`;
    const next = '{"title":"Next","body":"Text."}';
    const bytes = new TextEncoder().encode(`${long}\n${next}\n`);
    const both = await read("a.jsonl", bytes, [1_048_576]);
    expect(both.articles.map(({ article }) => article.title)).toEqual(["Next"]);
    expect(both.errors).toMatchObject([{ line: 1 }]);
    const alone = await read("a.jsonl", bytes.subarray(0, long.length), [1_048_576]);
    expect(alone.errors).toMatchObject([{ line: 1 }]);
    expect(alone.errors).toHaveLength(1);
  });
});
