import { isDeepStrictEqual } from "node:util";

import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { linkAttributes, linksOf } from "../spans/links";
import { type Attributes, compareSpans } from "../spans/span";
import { CodePointIndex } from "../text/code-points";
import { snapToGraphemes } from "../text/graphemes";
import { defaultCodebook } from "../codebook/default-codebook";
import { trimRange } from "../text/trim-range";
import { readBrat, toBrat } from "./brat";
import { prefixOf, spreadsheetCell, suffixOf } from "./csv-cells";
import { readDoccano, toDoccano, toSpacy } from "./doccano";
import { type ExportedLayer, exportedLinks, type ExportedSpan } from "./exported-span";
import type { ReadLayers } from "./imported-layer";
import { readOwnCsv } from "./own-csv";
import { placeLayer } from "./place-layer";
import { readPtc, toPtc } from "./ptc";
import { toConll } from "./conll";
import { readConll, widenedToTokens, withoutSharedTokens } from "./testing/read-conll";
import { readUimaCas } from "./uima-cas";
import { toUimaCas } from "./uima-cas-writer";
import { readWebAnnotations } from "./web-annotation";
import { toWebAnnotations } from "./web-annotation-writer";

const attributeIds = ["note", "intensity"];

// Few different words, so that quotes repeat; surrogate pairs, clusters, marks and line feeds.
const piece = fc.constantFrom(
  "a",
  "ab",
  "😀",
  "👩‍👩‍👧",
  "e\u0301",
  "=",
  "“",
  ".",
  " ",
  " ",
  "\n",
  "'",
  "\t",
  "x;y",
);
const textOf = (minLength: number) =>
  fc.array(piece, { minLength, maxLength: 40 }).map((parts) => `a${parts.join("")}`);
const place = fc.tuple(
  fc.constantFrom("title", "body"),
  fc.nat(60),
  fc.integer({ min: 1, max: 12 }),
);

const exported: fc.Arbitrary<ExportedLayer> = fc
  .record({
    title: textOf(0).map((text) => text.replace(/\s/g, " ")),
    body: textOf(5),
    places: fc.array(place),
  })
  .map(({ title, body, places }) => {
    const texts = { title: new CodePointIndex(title), body: new CodePointIndex(body) };
    const spans = places.flatMap(([name, from, length], at): ExportedSpan[] => {
      const segment = name === "title" ? "title" : "body";
      const { text } = texts[segment];
      const start = from % text.length;
      const raw = { start, end: Math.min(text.length, start + length) };
      const range = trimRange(text, snapToGraphemes(text, raw));
      if (!range) return [];
      const index = texts[segment];
      const quote = text.slice(range.start, range.end);
      const [first, end] = [index.toCodePoint(range.start), index.toCodePoint(range.end)];
      const attributes: Attributes = at % 2 === 0 ? {} : { note: "a b", intensity: 2 };
      return [
        { id: `s${at}`, segment, start: first, end, quote, tagId: `TAG${at % 3}`, attributes },
      ];
    });
    return { key: "news-1", article: { title, body }, spans: spans.sort(compareSpans) };
  });

/** Some spans lead to others, and some to one that isn't given out. */
function withLinks(
  { spans, ...layer }: ExportedLayer,
  wanted: readonly (readonly [from: number, to: number, kind: string])[],
): ExportedLayer {
  const linked = new Map(spans.map((span) => [span.id, span]));
  for (const [from, to, kind] of wanted) {
    const span = spans[from % Math.max(1, spans.length)];
    const target = spans[to % (spans.length + 1)]?.id ?? "gone";
    if (!span || target === span.id) continue;
    const before = linked.get(span.id) ?? span;
    linked.set(span.id, {
      ...span,
      attributes: {
        ...before.attributes,
        ...linkAttributes([...linksOf(before.attributes), { kind, toSpanId: target }]),
      },
    });
  }
  return { ...layer, spans: spans.map((span) => linked.get(span.id) ?? span) };
}

/** What stands where after the way out and back; throws unless every span was kept as it was. */
function back({ article }: ExportedLayer, read: ReadLayers) {
  expect(read.problems).toEqual([]);
  return read.layers.flatMap((layer) =>
    placeLayer(article, layer).map(({ span, placed }) => {
      if (placed.result !== "kept") throw new Error(JSON.stringify({ span, placed }));
      const { segment, start, end, quote } = placed;
      return { segment, start, end, quote, tagId: span.tag };
    }),
  );
}
const expected = ({ spans }: ExportedLayer) =>
  spans.map(({ segment, start, end, quote, tagId }) => ({ segment, start, end, quote, tagId }));

function everySpanSurvives(way: (layer: ExportedLayer) => ReadLayers) {
  fc.assert(
    fc.property(exported, (layer) => {
      expect(back(layer, way(layer))).toEqual(expected(layer));
    }),
    { numRuns: 300 },
  );
}

const csvOf = (layer: ExportedLayer, cell: (text: string) => string) => {
  const rows = layer.spans.map(({ id, segment, start, end, quote, tagId, attributes }) => {
    const index = new CodePointIndex(layer.article[segment]);
    const own = { article_external_id: layer.key, annotator_id: "A01", annotation_id: id };
    const where = { segment, start, end, offset_unit: "codepoint", quote: cell(quote) };
    const context = { prefix: cell(prefixOf(index, start)), suffix: cell(suffixOf(index, end)) };
    const answers = { attr_intensity: attributes.intensity, note: attributes.note };
    return { ...own, tag: tagId, ...where, ...context, ...answers };
  });
  const text = stringify(rows, { header: true, record_delimiter: "\r\n" });
  const [header = [], ...records] = parse(text, { record_delimiter: "\r\n" });
  return { header, rows: records.map((cells, at) => ({ line: at + 2, cells })) };
};

describe("out and back, every span is kept:", () => {
  it("brat, with its text", () => {
    everySpanSurvives((layer) => {
      const { ann, txt } = toBrat(layer, [defaultCodebook]);
      return readBrat(ann, [], txt);
    });
  });

  it("PTC", () => {
    everySpanSurvives((layer) => readPtc(toPtc(layer)));
  });

  it("W3C Web Annotation", () => {
    everySpanSurvives((layer) => readWebAnnotations(toWebAnnotations(layer, "A01")));
  });

  it("doccano", () => {
    everySpanSurvives((layer) => readDoccano(toDoccano(layer)));
  });

  it("spaCy, which doccano's reader understands", () => {
    everySpanSurvives((layer) => readDoccano(toSpacy(layer)));
  });

  it("UIMA CAS JSON", () => {
    everySpanSurvives((layer) =>
      readUimaCas(toUimaCas(layer, { language: "en", attributeIds }), []),
    );
  });

  it("CoNLL, as far as tokens go", () => {
    fc.assert(
      fc.property(exported, (layer) => {
        const tags = ["TAG0", "TAG1", "TAG2"].map((id) => ({ familyId: "F", id }));
        const conll = toConll(layer, { annotator: "A01", language: "en", tags });
        // Spans of one tag don't overlap in a layer; these may, and then share tokens.
        const kept = withoutSharedTokens(widenedToTokens(layer, conll));
        const isKept = (one: object) => kept.some((span) => isDeepStrictEqual(span, one));
        expect(readConll(conll).filter(isKept)).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });

  it("annotations.csv", () => {
    fc.assert(
      fc.property(exported, (layer) => {
        if (layer.spans.length === 0) return;
        expect(back(layer, readOwnCsv(csvOf(layer, (text) => text)))).toEqual(expected(layer));
        expect(back(layer, readOwnCsv(csvOf(layer, spreadsheetCell)))).toEqual(expected(layer));
      }),
      { numRuns: 300 },
    );
  });

  it("and so are attributes, where a format has them", () => {
    fc.assert(
      fc.property(exported, (layer) => {
        const of = (read: ReadLayers) =>
          read.layers.flatMap(({ spans }) => spans.map((one) => one.attributes));
        const wanted = layer.spans.map(({ attributes }) => attributes);
        expect(of(readWebAnnotations(toWebAnnotations(layer)))).toEqual(wanted);
        const asText = (one: object) =>
          Object.fromEntries(Object.entries(one).map(([id, value]) => [id, String(value)]));
        expect(of(readBrat(toBrat(layer, [defaultCodebook]).ann, [], null))).toEqual(
          wanted.map(asText),
        );
        expect(of(readUimaCas(toUimaCas(layer, { language: "en", attributeIds }), []))).toEqual(
          wanted.map(asText),
        );
      }),
    );
  });

  it("and so are links, where a format has them", () => {
    const pairs = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("claim", "relayed_by")));
    fc.assert(
      fc.property(exported, pairs, (unlinked, wanted) => {
        const layer = withLinks(unlinked, wanted);
        const spans = layer.spans;
        const links = exportedLinks(layer).map(({ kind, from, to }) => [from, kind, to]);
        const of = (read: ReadLayers) => {
          const found = read.layers.flatMap((one) => one.spans);
          expect(found).toHaveLength(spans.length);
          return found.flatMap((span, from) =>
            span.links.map(({ kind, to }) => [
              from,
              kind,
              found.findIndex(({ name }) => name === to),
            ]),
          );
        };
        expect(of(readBrat(toBrat(layer, [defaultCodebook]).ann, [], null))).toEqual(links);
        expect(of(readWebAnnotations(toWebAnnotations(layer)))).toEqual(links);
        expect(of(readUimaCas(toUimaCas(layer, { language: "en", attributeIds }), []))).toEqual(
          links,
        );
        expect(
          back(
            layer,
            readBrat(
              toBrat(layer, [defaultCodebook]).ann,
              [],
              toBrat(layer, [defaultCodebook]).txt,
            ),
          ),
        ).toEqual(expected(layer));
      }),
    );
  });
});
