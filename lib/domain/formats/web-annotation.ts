import type { Explained } from "../reason";
import type { AttributeValue, SegmentName } from "../spans/span";
import type { TextProblem } from "../text/decode-utf8";
import {
  bareSpan,
  type ImportedLayer,
  type ImportedLink,
  type ImportedSpan,
  type ReadLayers,
} from "./imported-layer";
import { isObject, type JsonObject, readJson, textAt } from "./read-json";
import { readSelectors, type Selected } from "./web-selectors";

/**
 * Reads the W3C Web Annotation model in JSON-LD (w3.org/TR/annotation-model): one annotation, a
 * list, a page or a collection. A tag is a body's value with the purpose tagging or classifying,
 * or else the first body's; each on each target is a span. Text positions count code points, as the
 * model says; where quotes fit UTF-16 better, as some tools write it, that is taken. Annotations go
 * to layers by their target's source and their creator. A body with the purpose linking leads to
 * another annotation; its `linkKind`, or else "linking", is the kind.
 */
export function readWebAnnotations(json: string): ReadLayers {
  const parsed = readJson(json);
  if ("problem" in parsed) return { layers: [], problems: [parsed.problem], notes: [] };
  const { value, lines } = parsed;
  const list = listOf(value);
  if (!list) {
    const message = "There are no annotations here. Send a list of them, or an AnnotationPage.";
    return {
      layers: [],
      problems: [{ line: 1, message, reason: "web_annotations_missing" }],
      notes: [],
    };
  }
  const problems: TextProblem[] = [];
  const layers = new Map<string, ImportedLayer & { spans: ImportedSpan[] }>();
  let nLeftOut = 0;
  for (const [at, annotation] of list.entries()) {
    const line = lines[at] ?? 1;
    const found = isObject(annotation) ? targetsOf(annotation.target) : [];
    const targets = found.filter((target) => target !== null);
    if (!isObject(annotation) || targets.length === 0) {
      const message = "This annotation has no source, or no position or quote in its target.";
      problems.push({ line, message, reason: "web_annotation_without_place" });
      continue;
    }
    const said = readBodies(annotation.body);
    nLeftOut += found.length - targets.length + said.nLeftOut;
    const annotator = nameOf(annotation.creator);
    const spans = targets.flatMap((target) =>
      said.tags.map((tag) => ({ target, span: toSpan(line, tag, target, said) })),
    );
    // Links lead to an annotation, of which one span alone can bear the name.
    let name = textAt(annotation, "id");
    for (const { target, span } of spans) {
      const home = `${target.source} ${annotator ?? ""}`;
      const layer = layers.get(home) ?? {
        ...{ line, annotator, unit: "codepoint" as const, text: null, spans: [] },
        keys: target.keys,
      };
      layers.set(home, layer);
      layer.spans.push({ ...span, name });
      name = null;
    }
  }
  const notes = nLeftOut > 0 ? [explainLeftOut(nLeftOut)] : [];
  return { layers: [...layers.values()], problems, notes };
}

function explainLeftOut(count: number): Explained {
  const message = `${count} bodies, targets or values in them left out, as nothing here can hold them.`;
  return { message, reason: "note_web_left_out", facts: { count } };
}

function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (!isObject(value)) return null;
  if (value.target !== undefined) return [value];
  const first = isObject(value.first) ? value.first : {};
  for (const list of [value.items, first.items, value["@graph"], value.annotations]) {
    if (Array.isArray(list)) return list as readonly unknown[];
  }
  return null;
}

type Target = { source: string; keys: readonly string[]; selected: Selected };

/** The targets of an annotation; null for each that no span can be made of. */
function targetsOf(target: unknown): (Target | null)[] {
  return asList(target).map((one) => {
    if (!isObject(one)) return null;
    const source = nameOf(one.source);
    const selected = readSelectors(one.selector);
    if (source === null || (!selected.place && selected.quote === null)) return null;
    const known = [textAt(one, "sha256"), textAt(one, "externalId")];
    const keys = [...keysOf(source), ...known.filter((key) => key !== null)];
    return { source, keys, selected };
  });
}

type Said = {
  tags: readonly string[];
  attributes: Readonly<Record<string, AttributeValue>>;
  links: readonly ImportedLink[];
  nLeftOut: number;
};

function readBodies(body: unknown): Said {
  const bodies = asList(body);
  const known = bodies.filter(isObject);
  const tagging = known.filter((one) => /^(oa:)?(tagging|classifying)$/.test(purposeOf(one)));
  const plain = bodies.filter((one) => typeof one === "string");
  const [first = null] = tagging.length > 0 ? [] : [...known, ...plain];
  const tags =
    tagging.length > 0 ? tagging.map(valueOf) : [isObject(first) ? valueOf(first) : first];
  const attributes: Record<string, AttributeValue> = {};
  const comments: string[] = [];
  const links: ImportedLink[] = [];
  let nLeftOut = bodies.length - known.length - (typeof first === "string" ? 1 : 0);
  for (const one of known) {
    if (tagging.includes(one)) continue;
    const to = /^(oa:)?linking$/.test(purposeOf(one)) ? nameOf(one.source ?? one.id) : null;
    if (to !== null) links.push({ kind: textAt(one, "linkKind") ?? "linking", to });
    else if (one.format === "application/json") {
      const described = attributesOf(one);
      Object.assign(attributes, described.attributes);
      nLeftOut += described.nLeftOut;
    } else if (/^(oa:)?commenting$/.test(purposeOf(one))) comments.push(valueOf(one) ?? "");
    else if (one !== first) nLeftOut += 1;
  }
  if (attributes.note !== undefined) comments.unshift(String(attributes.note));
  if (comments.length > 0) attributes.note = comments.join("\n");
  return { tags: [...new Set(tags.map((tag) => tag ?? ""))], attributes, links, nLeftOut };
}

function toSpan(
  line: number,
  tag: string,
  { selected: { place, fragment, ...selected } }: Target,
  { attributes, links }: Said,
): ImportedSpan {
  const segment: SegmentName | null = fragment === "title" || fragment === "body" ? fragment : null;
  return { ...bareSpan(line, tag, place), ...selected, segment, attributes, links };
}

function attributesOf(body: JsonObject): Pick<Said, "attributes" | "nLeftOut"> {
  const parsed = readJson(textAt(body, "value") ?? "");
  if ("problem" in parsed || !isObject(parsed.value)) return { attributes: {}, nLeftOut: 1 };
  const entries = Object.entries(parsed.value);
  const held = entries.filter((entry): entry is [string, AttributeValue] =>
    ["string", "number"].includes(typeof entry[1]),
  );
  return { attributes: Object.fromEntries(held), nLeftOut: entries.length - held.length };
}

const purposeOf = (body: JsonObject) => textAt(body, "purpose") ?? "";

function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function valueOf(body: JsonObject): string | null {
  return textAt(body, "value") ?? textAt(body, "id") ?? nameOf(body.source);
}

/** An IRI, or the name or id of an agent. */
function nameOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return isObject(value) ? (textAt(value, "name") ?? textAt(value, "id")) : null;
}

/** The source itself, and its last part without and with the extension. */
function keysOf(source: string): string[] {
  const last = source.replace(/[?#].*$/, "").replace(/^.*[/:]/, "");
  return [source, last.replace(/\.[^.]+$/, ""), last].filter((key) => key !== "");
}
