import { describe, expect, it } from "vitest";

import { attributeIds } from "../codebook/codebook";
import { defaultCodebook } from "../codebook/default-codebook";
import { bratConfiguration, toBrat } from "./brat";
import { toConll } from "./conll";
import { toDoccano, toSpacy } from "./doccano";
import type { ExportedLayer } from "./exported-span";
import { toPtc } from "./ptc";
import { body, title } from "./testing/placed-spans";
import { toUimaCas } from "./uima-cas-writer";
import { uimaTypeSystem } from "./uima-type-system";
import { toWebAnnotations } from "./web-annotation-writer";

const at = (quote: string, text: string) => {
  const start = Array.from(text.slice(0, text.indexOf(quote))).length;
  return { start, end: start + Array.from(quote).length, quote };
};
const layer: ExportedLayer = {
  key: "01890000-0000-7000-8000-000000000001",
  article: { title, body },
  spans: [
    {
      ...{ id: "01890000-0000-7000-8000-00000000000a", segment: "title", tagId: "LOADED" },
      ...{ ...at("bill", title), attributes: {} },
    },
    {
      ...{ id: "01890000-0000-7000-8000-00000000000b", segment: "body", tagId: "LOADED" },
      ...{ ...at("slammed", body), attributes: { intensity: 3, note: 'strong, "verb"' } },
    },
    {
      ...{ id: "01890000-0000-7000-8000-00000000000c", segment: "body", tagId: "VAGUE" },
      ...at("it.\n\nSupporters", body),
      attributes: {
        form: "direct quote",
        side: "x y",
        link_relayed_by: "01890000-0000-7000-8000-00000000000b",
        link_claim: "01890000-0000-7000-8000-00000000dead",
      },
    },
  ],
};
const ids = attributeIds(defaultCodebook);
const tags = [
  { familyId: "SOURCING", id: "VAGUE" },
  { familyId: "FRAMING", id: "LOADED" },
];

describe("the bytes of each format stay what they are:", () => {
  it.each([
    ["brat.ann", toBrat(layer, [defaultCodebook]).ann],
    ["brat.txt", toBrat(layer, [defaultCodebook]).txt],
    ["annotation.conf", bratConfiguration([defaultCodebook])],
    ["ptc.labels", toPtc(layer)],
    ["spacy.jsonl", toSpacy(layer, { annotator_id: "A01" })],
    ["doccano.jsonl", toDoccano(layer)],
    ["web-annotations.txt", toWebAnnotations(layer, "A01")],
    ["typesystem.xml", uimaTypeSystem(ids)],
    ["uima-cas.txt", toUimaCas(layer, { language: "en", attributeIds: ids })],
    ["layer.conll", toConll(layer, { annotator: "A01", language: "en", tags })],
  ])("%s", async (name, text) => {
    await expect(text).toMatchFileSnapshot(`./golden/${name}`);
  });
});
