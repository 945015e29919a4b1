import { describe, expect, it } from "vitest";

import { readArticleTable, type Table } from "./article-table";
import { readBabe } from "./babe";
import { findWords } from "./find-words";
import { placeLayer } from "./place-layer";
import { readPythonList } from "./python-list";

const header = "text;news_link;outlet;topic;type;label_bias;label_opinion;biased_words".split(";");
const sentence = "😀 The reckless mob said so. The mob left, a reckless one at that.";
const row = (cells: Record<string, string>, columns: readonly string[] = header): Table => {
  const usual = { text: sentence, news_link: "https://x.example/n", outlet: "x", topic: "gun" };
  const labels = { label_bias: "Biased", label_opinion: "Entirely factual", biased_words: "[]" };
  const all: Record<string, string> = { ...usual, ...labels, ...cells };
  return { header: columns, rows: [{ line: 2, cells: columns.map((name) => all[name] ?? "") }] };
};
const placed = (table: Table, body = sentence) =>
  readBabe(table).layers.flatMap((layer) =>
    placeLayer({ title: "😀 The reckless mob…", body }, layer).map(({ span, placed: one }) =>
      one.result === "lost"
        ? `${span.tag} lost ${one.why.reason}`
        : [span.tag, one.result, one.segment, one.start, one.quote].join(" "),
    ),
  );

describe("Python lists", () => {
  it.each<[string, string[] | null]>([
    ["['reckless', \"don't\", 'blasted']", ["reckless", "don't", "blasted"]],
    ["[ 'it\\'s' ,'\\u2019\\x41\\n', ]", ["it's", "’A\n"]],
    ["[]", []],
    ["", []],
    ["nan", []],
    ["reckless", null],
    ["['a' 'b']", null],
    ["['a]", null],
    ["[a]", null],
  ])("%s", (literal, texts) => {
    expect(readPythonList(literal)).toEqual(texts);
  });
});

it.each<[string, string, number[]]>([
  ["ill will ill", "ill", [0, 9]],
  ["still", "ill", [2]],
  ["Blasted, blasted", "blasted", [9]],
  ["BLASTED unblasted", "blasted", [0]],
  ["Blasted", "BLASTED", [0]],
  ["nothing", "blasted", []],
])("%s says %s at %j", (text, words, starts) => {
  const found = findWords(text, words).map(({ start }) => start);
  expect(found).toEqual(starts);
});

describe("the labels of BABE", () => {
  it("are a span over the sentence, with its opinion, and spans of its words", () => {
    expect(placed(row({ biased_words: "['left', 'Said']" }))).toEqual([
      `Biased kept body 0 ${sentence.slice(0, -1)}`,
      "biased_words kept body 36 left",
      "biased_words kept body 19 said",
    ]);
    const [layer] = readBabe(row({})).layers;
    expect(layer).toMatchObject({ text: sentence, annotator: null });
    expect(layer?.spans[0]?.attributes).toEqual({ opinion: "Entirely factual" });
  });

  it("are sure of words that are listed as often as said, and of no others", () => {
    expect(placed(row({ biased_words: "['mob', 'reckless', 'mob', 'gone']" })).slice(1)).toEqual([
      "biased_words kept body 15 mob",
      "biased_words uncertain body 6 reckless",
      "biased_words kept body 32 mob",
      "biased_words lost span_not_in_text",
    ]);
  });

  it("leave out what wasn't agreed on, and say so", () => {
    const read = readBabe(row({ label_bias: "No agreement", biased_words: "nan" }));
    expect(read.layers[0]?.spans).toEqual([]);
    expect(read.notes).toMatchObject([
      { reason: "note_babe_undecided", facts: { count: 1 } },
      { reason: "note_babe_opinions_left_out", facts: { count: 1 } },
    ]);
    const [layer] = readBabe(row({ label_opinion: "No agreement" })).layers;
    expect(layer?.spans[0]?.attributes).toEqual({});
  });

  it("may have more columns, such as who marked", () => {
    const more = ["group_id", ...header, "annotator_id"];
    expect(readBabe(row({ annotator_id: "290" }, more)).layers).toMatchObject([
      { annotator: "290", spans: [{ tag: "Biased" }] },
    ]);
  });

  it("are refused with lines and reasons", () => {
    expect(readBabe({ header: ["text"], rows: [] }).problems).toMatchObject([
      { reason: "babe_column_missing", facts: { missing: "label_bias, biased_words" } },
    ]);
    const read = readBabe(row({ biased_words: "reckless" }));
    expect(read.problems).toMatchObject([{ line: 2, reason: "babe_words_malformed" }]);
    const short = readBabe({ header, rows: [{ line: 3, cells: ["a"] }] });
    expect(short.problems).toMatchObject([{ line: 3, reason: "own_csv_cells_misfit" }]);
  });
});

describe("the sentences of BABE", () => {
  it("are articles that begin with their title, each of its own", () => {
    const long = `${"word ".repeat(15)}and ${"more ".repeat(9)}`;
    const read = (text: string) =>
      readArticleTable(row({ text, article_id: "7" }, [...header, "article_id"]), {}).records;
    expect(read(long)).toEqual([
      {
        line: 2,
        fields: {
          ...{ title: `${"word ".repeat(15)}and…`, body: long },
          ...{ url: "https://x.example/n", outlet: "x" },
        },
      },
    ]);
    expect(read(sentence)[0]?.fields.title).toBe(sentence);
    expect(read("x".repeat(90))[0]?.fields.title).toBe(`${"x".repeat(80)}…`);
  });
});
