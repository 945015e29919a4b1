import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { fitAttributes } from "../codebook/fit-attributes";
import { bratConfiguration, readBrat, toBrat } from "./brat";
import { readOwnCsv } from "./own-csv";
import { readPtc } from "./ptc";
import { joint, placedSpans } from "./testing/placed-spans";

describe("brat", () => {
  const ann = [
    "T1\tLOADED 31 38\tslammed",
    "T2\tSource 44 54;67 74\tSupporters critics",
    "A1\tintensity T1 2",
    "A2\tironic T1",
    "#1\tAnnotatorNotes T1\ta note, kept",
    "R1\tRel Arg1:T1 Arg2:T2",
    "R2\tRel Arg1:T1 Arg2:T9",
    "E1\tAttribution:T2",
    "",
  ].join("\n");

  it("reads spans, attributes and notes; pieces become one uncertain span", () => {
    const read = readBrat(ann, ["a"], joint);
    expect(read.layers[0]?.spans[0]?.attributes).toEqual({
      ...{ intensity: "2", ironic: "true", note: "a note, kept" },
    });
    expect(read.layers[0]?.spans[0]?.links).toEqual([{ kind: "Rel", to: "T2" }]);
    expect(read.notes).toMatchObject([
      { message: expect.stringMatching(/^2 relations/) as string, facts: { count: 2 } },
    ]);
    expect(placedSpans(read)).toEqual([
      "kept body 8 slammed",
      "uncertain body 21 Supporters praised it, critics",
    ]);
  });

  it("writes listed values in one word, all else as notes, and they come back", () => {
    const attributes = { form: "direct quote", channel: "press report", side: "left", note: "n" };
    const span = {
      id: "1",
      segment: "body",
      start: 0,
      end: 7,
      tagId: "NAMED",
      attributes,
    } as const;
    const article = { title: "T", body: "Critics\u2028said" };
    const quote = "Critics\u2028";
    const layer = { key: "x", article, spans: [{ ...span, end: 8, quote }] };
    const { ann } = toBrat(layer, [defaultCodebook]);
    expect(ann.split("\n")).toEqual([
      "T1\tNAMED 3 11\tCritics ",
      "A1\tform T1 direct_quote",
      "A2\tchannel T1 press_report",
      "#1\tside T1\tleft",
      "#2\tAnnotatorNotes T1\tn",
      "",
    ]);
    const [read] = readBrat(ann, [], null).layers.flatMap(({ spans }) => spans);
    const fitted = fitAttributes(defaultCodebook, "SOURCING", read?.attributes ?? {});
    expect(fitted.attributes).toMatchObject({ form: "direct quote", channel: "press report" });
    expect(bratConfiguration([defaultCodebook])).toContain("|partial_quote|");
  });

  it("finds spans of the body alone, and of a text with CRLF, by their text", () => {
    expect(placedSpans(readBrat("T1\tX 8 15\tslammed", [], null))).toEqual(["kept body 8 slammed"]);
    const crlf = joint.replaceAll("\n", "\r\n");
    const at = [...crlf].join("").indexOf("praised") - 1;
    const read = readBrat(`T1\tX ${at} ${at + 7}\tpraised`, [], crlf);
    expect(placedSpans(read)).toEqual(["moved body 32 praised"]);
  });

  it("takes what is said of a span before it", () => {
    const lines = [
      "#1\tAnnotatorNotes T1\tearly",
      "A1\tintensity T1 2",
      "T1\tLOADED 31 38\tslammed",
    ];
    const { layers, notes } = readBrat(lines.join("\n"), [], joint);
    expect(layers[0]?.spans).toMatchObject([{ attributes: { note: "early", intensity: "2" } }]);
    expect(notes).toEqual([]);
  });

  it("refuses an id that stands twice, with both lines", () => {
    const { layers, problems } = readBrat("T1\tX 31 38\tslammed\n\nT1\tX 0 5\tStorm", [], joint);
    expect(problems).toMatchObject([
      { line: 3, reason: "brat_id_repeated", facts: { id: "T1", first: 1 } },
    ]);
    expect(layers[0]?.spans).toMatchObject([{ quote: "slammed" }]);
  });

  it.each(["T1 LOADED 1 2 x", "T1\tLOADED 1\tx", "T1\tLOADED a b\tx", "hello"])(
    "refuses %j",
    (line) => {
      expect(readBrat(`\n${line}`, [], null).problems).toMatchObject([{ line: 2 }]);
    },
  );
});

describe("PTC", () => {
  it("reads both tasks' files, over title, empty line and text", () => {
    const read = readPtc("7\tLoaded_Language\t31\t38\n8\t0\t5\n");
    expect(read.layers.map(({ keys }) => keys)).toEqual([
      ["7", "article7"],
      ["8", "article8"],
    ]);
    expect(placedSpans(read)).toEqual(["kept body 8 slammed", "kept title 0 Storm"]);
  });

  it("loses what runs from the title into the text, or ends behind it", () => {
    expect(placedSpans(readPtc("7\tX\t9\t30\n7\tX\t50\t900\n"))).toEqual([
      "lost This runs from the title into the text.",
      expect.stringContaining("outside the text"),
    ]);
  });

  it("reads labels of paragraphs, which are lines of the article's file", () => {
    const labels = "7\t1\tDoubt\n7\t3\tLoaded_Language,Doubt\n7\t5\t\n8\t1\t\n";
    const read = readPtc(labels);
    expect(read.layers).toMatchObject([
      { keys: ["7", "article7"], spans: [{ line: 1 }, { line: 2 }, { line: 2 }] },
      { keys: ["8", "article8"], spans: [] },
    ]);
    const paragraphs = ["kept title 0 Storm 😀 over the bill", "kept body 0 Critics slammed it"];
    expect(placedSpans(read)).toEqual([...paragraphs, paragraphs[1]]);
    expect(read.notes).toMatchObject([{ reason: "note_places_unchecked" }]);

    const file = `Edited.\r\n${joint.replaceAll("\n", "\r\n")}`;
    const beside = readPtc("7\t4\tDoubt\n7\t3\tDoubt", () => file);
    expect(placedSpans(beside)).toEqual([
      "moved body 0 Critics slammed it",
      "lost Line 3 is no paragraph of the article's text. Send the article's own file along.",
    ]);
    expect(beside.notes).toEqual([]);
  });

  it("places no label where a line is no paragraph of a text that isn't beside", () => {
    const read = readPtc("7\t1\tDoubt\n7\t3\tDoubt\n7\t4\t\n");
    expect(placedSpans(read)).toEqual([
      expect.stringContaining("Line 1 is no paragraph"),
      expect.stringContaining("Line 3 is no paragraph"),
    ]);
  });

  it.each([
    ["7\tX\t1\t2\n7\t3\tDoubt", 2],
    ["7\t1\t2\n7\t3\tDoubt", 2],
    ["7\t3", 1],
  ])("takes %j for a file of spans", (tsv, line) => {
    expect(readPtc(tsv).problems).toMatchObject([{ line, reason: "ptc_span_malformed" }]);
  });

  it.each(["7\tX\t1", "7 X 1 2", "7\tX\tone\t2", "\tX\t1\t2"])("refuses %j", (row) => {
    expect(readPtc(`7\tX\t1\t2\n${row}`).problems).toMatchObject([{ line: 2 }]);
  });
});

describe("annotations.csv", () => {
  const header = "article_external_id annotator_id tag segment start end quote offset_unit".split(
    " ",
  );
  const row = ["n1", "A01", "LOADED", "body", "8", "15", "slammed", "codepoint"];
  const read = (cells: string[]) => readOwnCsv({ header, rows: [{ line: 2, cells }] });

  it("reads a row", () => {
    expect(placedSpans(read(row))).toEqual(["kept body 8 slammed"]);
  });

  it("takes places without quotes as they are, and says so where no hash is given", () => {
    const hashed = [...header, "article_sha256"];
    const cells = row.with(6, "");
    const known = readOwnCsv({ header: hashed, rows: [{ line: 2, cells: [...cells, "ab12"] }] });
    expect(placedSpans(known)).toEqual(["kept body 8 slammed"]);
    expect(known).toMatchObject({ layers: [{ bodySha256: "ab12" }], notes: [] });
    expect(known.layers[0]?.spans[0]?.quote).toBeNull();
    expect(read(cells).notes).toMatchObject([{ reason: "note_places_unchecked" }]);
  });

  it.each([
    [["n1"], "cells"],
    [row.with(7, "utf16"), "code points"],
    [row.with(3, "lead"), "title or body"],
    [row.with(4, "-1"), "whole numbers"],
  ])("refuses %j", (cells, message) => {
    expect(read(cells).problems).toMatchObject([
      { line: 2, message: expect.stringContaining(message) as string },
    ]);
  });

  describe("of either profile", () => {
    const own = [...header, "prefix", "note"];
    const noted = (note: string, quote = "slammed", prefix = "") => [
      ...[...row.with(6, quote), prefix, note],
    ];
    const notes = (rows: string[][], hasMark = false) => {
      const table = { header: own, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
      const { layers } = readOwnCsv(table, { hasMark });
      return layers.flatMap(({ spans }) => spans.map(({ attributes }) => attributes.note));
    };

    it("keeps an apostrophe that no spreadsheet needs", () => {
      expect(notes([noted("'-minus")])).toEqual(["'-minus"]);
      expect(notes([noted("'-minus", "slammed", "-")], true)).toEqual(["'-minus"]);
    });

    it("takes away the spreadsheet profile's, by its mark or by a quote", () => {
      expect(notes([noted("'-minus"), noted("'tis")], true)).toEqual(["-minus", "'tis"]);
      expect(notes([noted("'-minus"), noted("", "'-lammed")])).toEqual(["-minus", undefined]);
    });
  });

  it("has the links of the file beside it, as far as both ends are here", () => {
    const columns = [...header, "annotation_id"];
    const rows = ["a", "b"].map((id, at) => ({ line: at + 2, cells: [...row, id] }));
    const linkHeader = ["from_annotation_id", "to_annotation_id", "kind"];
    const linkRows = ["a b claim", "b a relayed_by", "a gone claim"].map((text, at) => ({
      ...{ line: at + 2, cells: text.split(" ") },
    }));
    const links = { header: linkHeader, rows: linkRows };
    const { layers, notes } = readOwnCsv({ header: columns, rows }, { links });
    expect(layers[0]?.spans.map((span) => span.links)).toEqual([
      [{ kind: "claim", to: "b" }],
      [{ kind: "relayed_by", to: "a" }],
    ]);
    expect(notes).toMatchObject([{ reason: "note_links_left_out", facts: { count: 1 } }]);
  });

  it("names the columns that are missing", () => {
    expect(readOwnCsv({ header: ["a"], rows: [] }).problems[0]?.message).toContain("annotator_id");
  });
});
