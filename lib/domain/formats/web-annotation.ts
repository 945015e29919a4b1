import type { AttributeValue, SegmentName } from "../spans/span";
import {
  bareSpan,
  type ImportedLayer,
  type ImportedLink,
  type ImportedSpan,
  type ReadLayers,
} from "./imported-layer";
import { isObject, type JsonObject, readJson, textAt } from "./read-json";
import { readSelectors } from "./web-selectors";

/**
 * Reads the W3C Web Annotation model in JSON-LD (w3.org/TR/annotation-model): one annotation, a
 * list, a page or a collection. The tag is a body's value with the purpose tagging or classifying,
 * or else the first body's. Text positions count code points, as the model says; where quotes fit
 * UTF-16 better, as some tools write it, that is taken. Annotations go to layers by their target's
 * source and their creator. A body with the purpose linking leads to another annotation; its
 * `linkKind`, or else "linking", is the kind.
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
  const read: ReadLayers = { layers: [], problems: [], notes: [] };
  const layers = new Map<string, ImportedLayer & { spans: ImportedSpan[] }>();
  for (const [at, annotation] of list.entries()) {
    const line = lines[at] ?? 1;
    const target = isObject(annotation) ? targetOf(annotation.target) : null;
    const found = isObject(annotation) && target ? readAnnotation(annotation, target, line) : null;
    if (!isObject(annotation) || !target || !found) {
      const message = "This annotation has no source, or no position or quote in its target.";
      read.problems.push({ line, message, reason: "web_annotation_without_place" });
      continue;
    }
    const annotator = nameOf(annotation.creator);
    const home = `${target.source} ${annotator ?? ""}`;
    const layer = layers.get(home) ?? {
      ...{ line, annotator, unit: "codepoint" as const, text: null, spans: [] },
      keys: keysOf(target.source),
    };
    layers.set(home, layer);
    layer.spans.push(found);
  }
  return { ...read, layers: [...layers.values()] };
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

type Target = { source: string; selector: unknown };

function targetOf(target: unknown): Target | null {
  const one: unknown = Array.isArray(target) ? target[0] : target;
  if (!isObject(one)) return null;
  const source = nameOf(one.source);
  return source === null ? null : { source, selector: one.selector };
}

function readAnnotation(
  annotation: JsonObject,
  { selector }: Target,
  line: number,
): ImportedSpan | null {
  const { place, quote, prefix, suffix, fragment } = readSelectors(selector);
  if (!place && quote === null) return null;
  const bodies = (
    Array.isArray(annotation.body) ? annotation.body : [annotation.body]
  ) as unknown[];
  const known = bodies.filter(isObject);
  const purposeOf = (body: JsonObject) => textAt(body, "purpose") ?? "";
  const tagging = known.find((body) => /^(oa:)?(tagging|classifying)$/.test(purposeOf(body)));
  const plain = bodies.find((body) => typeof body === "string");
  const tag = valueOf(tagging ?? known[0]) ?? (typeof plain === "string" ? plain : "");
  const attributes: Record<string, AttributeValue> = {};
  const links: ImportedLink[] = [];
  for (const body of known) {
    if (body === tagging) continue;
    const to = /^(oa:)?linking$/.test(purposeOf(body)) ? nameOf(body.source ?? body.id) : null;
    if (to !== null) links.push({ kind: textAt(body, "linkKind") ?? "linking", to });
    else if (body.format === "application/json") Object.assign(attributes, attributesOf(body));
    else if (purposeOf(body) === "commenting") attributes.note = valueOf(body) ?? "";
  }
  const segment: SegmentName | null = fragment === "title" || fragment === "body" ? fragment : null;
  const name = textAt(annotation, "id");
  return { ...bareSpan(line, tag, place), quote, prefix, suffix, segment, attributes, name, links };
}

function attributesOf(body: JsonObject): Record<string, AttributeValue> {
  const parsed = readJson(textAt(body, "value") ?? "");
  if ("problem" in parsed || !isObject(parsed.value)) return {};
  const entries = Object.entries(parsed.value);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, AttributeValue] =>
      ["string", "number"].includes(typeof entry[1]),
    ),
  );
}

function valueOf(body: JsonObject | undefined): string | null {
  return body ? (textAt(body, "value") ?? textAt(body, "id") ?? nameOf(body.source)) : null;
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
