import type { AttributeValue, TextRange } from "../spans/span";
import { bareSpan, type ImportedSpan, type ReadLayers } from "./imported-layer";
import { isObject, type JsonObject, listAt, readJson, textAt } from "./read-json";

/** Types that segment or describe the text and are nobody's judgement. */
const structural =
  /(?:^uima\.tcas\.|\.(?:Token|Sentence|Paragraph|Lemma|Stem|Heading|Div|TagsetDescription|DocumentMetaData|CASMetadata|LayerDefinition|FeatureDefinition)$)|\.pos\.|\.POS/;
/** Features that hold the tag, in the order they are looked for. */
const tagFeatures = ["value", "label", "tag", "category", "technique", "identifier"];

/**
 * Reads UIMA CAS JSON 0.4 (apache/uima-uimaj-io-jsoncas), as INCEpTION exports it. Every annotation
 * with a place is a span; its tag is the first of `value`, `label`, `tag`, `category`,
 * `technique`, `identifier` that is text, else the name of its type. Offsets count UTF-16 unless
 * the header says UTF-8 or UTF-32. A relation between two of them, as INCEpTION has it (`Governor` and
 * `Dependent`), is a link from the first to the second; features that are links, and chains, are left
 * out.
 */
export function readUimaCas(json: string, keys: readonly string[]): ReadLayers {
  const parsed = readJson(json);
  if ("problem" in parsed) return { layers: [], problems: [parsed.problem], notes: [] };
  const { value } = parsed;
  const structures = isObject(value) ? listAt(value, "%FEATURE_STRUCTURES").filter(isObject) : [];
  const sofa = structures.find((one) => one["%TYPE"] === "uima.cas.Sofa");
  const text = sofa ? textAt(sofa, "sofaString") : null;
  if (!isObject(value) || !sofa || text === null) {
    const message = "There is no text (uima.cas.Sofa) here. Export as UIMA CAS JSON 0.4.0.";
    return { layers: [], problems: [{ line: 1, message, reason: "uima_text_missing" }], notes: [] };
  }
  const relations = structures.filter(isRelation);
  const annotations = structures.filter(
    (one) =>
      !isRelation(one) &&
      typeof one.begin === "number" &&
      typeof one.end === "number" &&
      !structural.test(textAt(one, "%TYPE") ?? "") &&
      (one["@sofa"] === undefined || one["@sofa"] === sofa["%ID"]),
  );
  const encoding = encodingOf(value);
  if (!isKnown(encoding)) {
    const message = `Offsets in ${encoding} aren't read. Export with UTF-16.`;
    const because = { reason: "uima_offsets_unknown", facts: { encoding } } as const;
    return { layers: [], problems: [{ line: 1, message, ...because }], notes: [] };
  }
  const placeIn = encoding === "utf-8" ? placesByBytes(text) : (place: TextRange) => place;
  const title = structures.map((one) => textAt(one, "documentTitle")).find((one) => one !== null);
  const layer = {
    ...{
      line: 1,
      annotator: null,
      text,
      spans: annotations.map((one) => readAnnotation(one, relations, placeIn)),
    },
    keys: title ? [title, ...keys] : keys,
    unit: unitOf[encoding],
  };
  return { layers: [layer], problems: [], notes: [] };
}

function isRelation(one: JsonObject): boolean {
  return typeof one["@Governor"] === "number" && typeof one["@Dependent"] === "number";
}

const unitOf = { "utf-8": "codepoint", "utf-16": "utf16", "utf-32": "codepoint" } as const;

function isKnown(encoding: string): encoding is keyof typeof unitOf {
  return encoding in unitOf;
}

/** The header calls it `offset-encoding` as uimaj-io-json writes it, `%OFFSET_ENCODING` as it is specified. */
function encodingOf(cas: JsonObject): string {
  const header = isObject(cas["%HEADER"]) ? cas["%HEADER"] : {};
  const names = ["offset-encoding", "%OFFSET_ENCODING"];
  const named = [header, cas].flatMap((one) => names.map((name) => textAt(one, name)));
  return (named.find((name) => name !== null) ?? "utf-16").toLowerCase();
}

/** Code points by UTF-8 bytes; half a character is no place, and the span is sought by its quote. */
function placesByBytes(text: string): (place: TextRange) => TextRange {
  const codePointAt = new Map<number, number>();
  let [bytes, codePoints] = [0, 0];
  for (const character of text) {
    codePointAt.set(bytes, codePoints);
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    codePoints += 1;
  }
  codePointAt.set(bytes, codePoints);
  return ({ start, end }) => ({
    start: codePointAt.get(start) ?? nowhere,
    end: codePointAt.get(end) ?? nowhere,
  });
}

const nowhere = -1;

function readAnnotation(
  annotation: JsonObject,
  relations: readonly JsonObject[],
  placeIn: (place: TextRange) => TextRange,
): ImportedSpan {
  const type = textAt(annotation, "%TYPE") ?? "";
  const feature = tagFeatures.find((name) => textAt(annotation, name));
  const tag = feature ? (textAt(annotation, feature) ?? "") : type.replace(/^.*\./, "");
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(annotation)) {
    const isFeature = !/^[%@^]/.test(name) && name !== "begin" && name !== "end";
    if (!isFeature || name === feature) continue;
    if (typeof value === "string" || typeof value === "number") attributes[name] = value;
    else if (typeof value === "boolean") attributes[name] = String(value);
  }
  const place = placeIn({ start: Number(annotation.begin), end: Number(annotation.end) });
  const links = relations
    .filter((relation) => relation["@Governor"] === annotation["%ID"])
    .map((relation) => {
      const type = textAt(relation, "%TYPE") ?? "";
      const kind = textAt(relation, "label") ?? type.replace(/^.*\./, "");
      return { kind, to: String(relation["@Dependent"]) };
    });
  return { ...bareSpan(1, tag, place), attributes, name: textAt(annotation, "%ID"), links };
}
