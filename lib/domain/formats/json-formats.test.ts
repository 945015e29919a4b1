import { describe, expect, it } from "vitest";

import { readBasil } from "./basil";
import { readDoccano } from "./doccano";
import type { ExportedLayer } from "./exported-span";
import { readLabelStudio } from "./label-studio";
import { readUimaCas } from "./uima-cas";
import { readWebAnnotations } from "./web-annotation";
import { toWebAnnotations } from "./web-annotation-writer";
import { body, joint, placedSpans, title } from "./testing/placed-spans";

const json = (value: unknown) => JSON.stringify(value);

describe("W3C Web Annotation", () => {
  const of = (selector: unknown, extra: object = {}) => ({
    ...{ type: "Annotation", target: { source: "https://x.example/texts/n1.txt", selector } },
    ...{ body: { type: "TextualBody", purpose: "tagging", value: "LOADED" }, ...extra },
  });
  const quote = { type: "TextQuoteSelector", exact: "it", prefix: "praised ", suffix: "," };

  it("reads positions and quotes, alone and together, in code points or UTF-16", () => {
    const inUtf16 = { type: "TextPositionSelector", start: 32, end: 39 };
    const slammed = { type: "TextQuoteSelector", exact: "slammed" };
    expect(placedSpans(readWebAnnotations(json([of([inUtf16, slammed])])))).toEqual([
      "kept body 8 slammed",
    ]);
    expect(placedSpans(readWebAnnotations(json([of(quote)])))).toEqual(["moved body 40 it"]);
  });

  it.each([
    ["one", of(quote)],
    ["a page", { type: "AnnotationPage", items: [of(quote)] }],
    ["a collection", { first: { items: [of(quote)] } }],
    ["a graph", { "@graph": [of(quote)] }],
  ])("reads %s", (_, value) => {
    const { layers } = readWebAnnotations(json(value));
    expect(layers).toMatchObject([{ keys: ["https://x.example/texts/n1.txt", "n1", "n1.txt"] }]);
    expect(layers[0]?.spans).toMatchObject([{ tag: "LOADED", quote: "it" }]);
  });

  it("parts layers by creator", () => {
    const value = [of(quote, { creator: { name: "Ann" } }), of(quote, { creator: "urn:bob" })];
    const { layers } = readWebAnnotations(json(value));
    expect(layers.map(({ annotator }) => annotator)).toEqual(["Ann", "urn:bob"]);
  });

  it("makes a span of each tag on each target, and one note of all comments", () => {
    const text = (purpose: string, value: string) => ({ type: "TextualBody", purpose, value });
    const target = (source: string) => ({ source, selector: quote });
    const read = readWebAnnotations(
      json([
        {
          ...{ type: "Annotation", id: "urn:a" },
          target: [target("urn:n1"), target("urn:n2"), { source: "urn:n3" }],
          body: [
            ...[text("commenting", "One."), text("tagging", "LOADED"), text("tagging", "DOUBT")],
            ...[text("tagging", "LOADED"), text("commenting", "Two."), text("replying", "No.")],
            ...["urn:image", { type: "TextualBody", format: "application/json", value: "{" }],
            { type: "SpecificResource", purpose: "linking", source: "urn:b" },
          ],
        },
      ]),
    );
    const span = { quote: "it", attributes: { note: "One.\nTwo." }, links: [{ to: "urn:b" }] };
    const spans = [
      { ...span, tag: "LOADED", name: "urn:a" },
      { ...span, tag: "DOUBT", name: null },
    ];
    expect(read.problems).toEqual([]);
    expect(read.layers).toMatchObject([
      { keys: ["urn:n1", "n1", "n1"], spans },
      { keys: ["urn:n2", "n2", "n2"], spans: spans.map((one) => ({ ...one, name: null })) },
    ]);
    expect(read.notes).toMatchObject([{ reason: "note_web_left_out", facts: { count: 4 } }]);
  });

  it("knows an article by what its own files say beside its name", () => {
    const known = { externalId: "news-1", sha256: "ab12" };
    const span = { id: "a", segment: "title", start: 0, end: 5, quote: "Storm", tagId: "LOADED" };
    const spans = [{ ...span, attributes: {} }] as ExportedLayer["spans"];
    const page = toWebAnnotations({ key: "u1", known, article: { title, body }, spans });
    expect(readWebAnnotations(page).layers).toMatchObject([
      { keys: ["urn:x-article:u1", "u1", "u1", "ab12", "news-1"] },
    ]);
  });

  it("refuses what is none, with its line", () => {
    expect(readWebAnnotations('{"a": 1}').problems).toHaveLength(1);
    expect(readWebAnnotations(`[\n${json(of(quote))},\n{"target": {}}]`).problems).toMatchObject([
      { line: 3 },
    ]);
    expect(readWebAnnotations("[").problems).toHaveLength(1);
  });
});

describe("Label Studio", () => {
  const region = (start: number, end: number, text?: string) => ({
    ...{ type: "labels", value: { start, end, labels: ["LOADED"], ...(text ? { text } : {}) } },
  });
  const task = (results: unknown[], extra: object = {}) => ({
    ...{ id: 1, data: { text: joint, external_id: "n1" } },
    ...{ annotations: [{ completed_by: 3, result: results, ...extra }] },
  });

  it("reads regions, in code points or in UTF-16 where the text shows it", () => {
    const read = readLabelStudio(json([task([region(31, 38)]), task([region(32, 39, "slammed")])]));
    expect(placedSpans(read)).toEqual(["kept body 8 slammed", "kept body 8 slammed"]);
    expect(read.layers[0]).toMatchObject({ keys: ["n1"], annotator: "3" });
  });

  it("passes over the cancelled and counts what is no span", () => {
    const choice = { type: "choices", value: { choices: ["yes"] } };
    const read = readLabelStudio(json([task([choice]), task([], { was_cancelled: true })]));
    expect(read.layers).toHaveLength(1);
    expect(read.notes).toMatchObject([
      { message: expect.stringMatching(/^1 regions/) as string, facts: { count: 1 } },
      { reason: "note_tasks_without_work", facts: { count: 1 } },
    ]);
  });

  it("takes predictions for the work of their model, and names tasks without work", () => {
    const predicted = {
      ...{ data: { text: joint }, annotations: [] },
      predictions: [
        { model_version: "bert-1", score: 0.9, result: [region(31, 38, "slammed")] },
        { result: [region(0, 5, "Storm")] },
      ],
    };
    const nothing = { data: { text: joint }, annotations: [], predictions: [] };
    const read = readLabelStudio(json([task([region(31, 38)]), predicted, nothing]));
    expect(read.layers.map(({ annotator }) => annotator)).toEqual(["3", "bert-1", "prediction"]);
    expect(placedSpans(read)[2]).toBe("kept title 0 Storm");
    expect(read.notes).toMatchObject([{ reason: "note_tasks_without_work", facts: { count: 1 } }]);
  });

  it("reads regions of pages by their offsets in what is seen, else by their quote", () => {
    const value = {
      start: "/p[1]/text()[1]",
      end: "/p[1]/text()[1]",
      startOffset: 8,
      endOffset: 10,
    };
    const onPage = (extra: object) => ({
      ...{ type: "hypertextlabels", value: { ...value, hypertextlabels: ["LOADED"], ...extra } },
    });
    const results = [
      onPage({ globalOffsets: { start: 64, end: 66 }, text: "it" }),
      onPage({ globalOffsets: { start: 32, end: 39 } }),
      onPage({ text: "Supporters" }),
      onPage({}),
      { type: "choices", value: { choices: ["yes"] } },
    ];
    const page = {
      ...task(results),
      data: { html: `<h1>${title}</h1><p>Critics slammed it…</p>` },
    };
    const read = readLabelStudio(json([page]));
    expect(placedSpans(read)).toEqual([
      "kept body 40 it",
      "kept body 8 slammed",
      "moved body 21 Supporters",
    ]);
    expect(read.notes).toMatchObject([
      { reason: "note_regions_left_out", facts: { count: 1 } },
      { reason: "note_regions_unplaced", facts: { count: 1 } },
    ]);
  });

  it("refuses other JSON", () => {
    expect(readLabelStudio("{}").problems).toHaveLength(1);
    expect(readLabelStudio("[\n1]").problems).toMatchObject([{ line: 2 }]);
  });
});

describe("doccano", () => {
  it("reads both ways of writing labels", () => {
    const pairs = json({ id: 7, text: joint, label: [[31, 38, "LOADED"]] });
    const entities = [{ id: 1, label: "LOADED", start_offset: 31, end_offset: 38 }];
    const read = readDoccano(`${pairs}\n${json({ text: joint, entities, relations: [1] })}`);
    expect(placedSpans(read)).toEqual(["kept body 8 slammed", "kept body 8 slammed"]);
    expect(read.layers[0]?.keys).toEqual(["7"]);
    expect(read.notes).toHaveLength(1);
  });

  it("finds spans by their text where the text is another", () => {
    const text = `Edited. ${body}`;
    expect(placedSpans(readDoccano(json({ text, label: [[16, 23, "X"]] })))).toEqual([
      "moved body 8 slammed",
    ]);
  });

  it.each(['{"label": []}', '{"text": "a", "label": [[1, 2]]}', "[]", '{"text"'])(
    "refuses %s",
    (line) => {
      expect(readDoccano(line).problems).toMatchObject([{ line: 1 }]);
    },
  );
});

describe("BASIL", () => {
  const phrase = (id: string, start: number, end: number, txt: string) => ({
    ...{
      id,
      start,
      end,
      txt,
      bias: "lex",
      polarity: "neg",
      target: "Bill",
      notes: "",
      speaker: "",
    },
  });
  const file = json({
    "article-level-annotations": {},
    "phrase-level-annotations": [
      phrase("p0", 16, 18, "it"),
      phrase("p1", 19, 21, "it"),
      phrase("title", 0, 5, "Storm"),
    ],
    uuid: "u1",
  });
  const own = json({
    title,
    "body-paragraphs": [[body.split("\n\n")[0]], [body.split("\n\n")[1]]],
  });

  it("places spans exactly with the article beside it", () => {
    const read = readBasil(file, ["n1"], own);
    expect(placedSpans(read)).toEqual(["kept body 16 it", "kept body 40 it", "kept title 0 Storm"]);
    expect(read.layers[0]?.keys).toEqual(["n1", "u1"]);
    expect(read.layers[0]?.spans[0]?.attributes).toEqual({ target: "Bill", polarity: "neg" });
  });

  it("finds by quote without, and loses what stands twice", () => {
    const found = placedSpans(readBasil(file, [], null));
    expect(found[0]).toContain("nothing tells which");
    expect(found[2]).toBe("moved title 0 Storm");
  });

  it("refuses other JSON", () => {
    expect(readBasil("{}", [], null).problems).toHaveLength(1);
  });
});

describe("UIMA CAS JSON", () => {
  const cas = (extra: object = {}, begin = 32) =>
    json({
      ...extra,
      "%FEATURE_STRUCTURES": [
        { "%ID": 1, "%TYPE": "uima.cas.Sofa", sofaString: joint },
        { "%ID": 2, "%TYPE": "de.x.type.Token", "@sofa": 1, begin: 0, end: 5 },
        {
          "%ID": 3,
          "%TYPE": "webanno.custom.Framing",
          "@sofa": 1,
          ...{ begin, end: begin + 7 },
          ...{ value: "LOADED", voice: "outlet", sure: true },
        },
        { "%ID": 4, "%TYPE": "custom.DOUBT", "@sofa": 1, begin: 0, end: 5 },
      ],
    });

  it("reads UTF-16 offsets, tags by feature or type, and no tokens", () => {
    const read = readUimaCas(cas(), ["n1"]);
    expect(placedSpans(read)).toEqual(["kept body 8 slammed", "kept title 0 Storm"]);
    expect(read.layers[0]?.spans).toMatchObject([
      { tag: "LOADED", attributes: { voice: "outlet", sure: "true" } },
      { tag: "DOUBT" },
    ]);
  });

  it("reads code points where the file says so", () => {
    const read = readUimaCas(cas({ "%HEADER": { "%OFFSET_ENCODING": "utf-32" } }), []);
    expect(placedSpans(read)[0]).toBe("moved body 9 lammed");
  });

  it.each([
    ["UTF-8", 34],
    ["UTF-16", 32],
    ["UTF-32", 31],
  ])("reads %s offsets as uimaj-io-json writes them", (encoding, begin) => {
    const read = readUimaCas(cas({ "%HEADER": { "offset-encoding": encoding } }, begin), []);
    expect(placedSpans(read)[0]).toBe("kept body 8 slammed");
  });

  it("loses a span that begins within a character, and refuses offsets that it can't count", () => {
    const inCharacter = readUimaCas(cas({ "%HEADER": { "offset-encoding": "UTF-8" } }, 7), []);
    expect(placedSpans(inCharacter)[0]).toMatch(/^lost /);
    const { problems } = readUimaCas(cas({ "%HEADER": { "offset-encoding": "EBCDIC" } }), []);
    expect(problems).toMatchObject([{ reason: "uima_offsets_unknown" }]);
  });

  it("refuses other JSON", () => {
    expect(readUimaCas("{}", []).problems).toHaveLength(1);
  });
});
