import type { Explained } from "../reason";
import type { ExportedLayer } from "./exported-span";
import { bareSpan, type ImportedLayer, type ImportedSpan, type ReadLayers } from "./imported-layer";
import { JointText } from "./joint-text";
import { isObject, type JsonObject, listAt, readJsonLines, textAt, textsAt } from "./read-json";

/**
 * Reads doccano's JSONL for sequence labelling: `{"text", "label": [[start, end, tag]]}`, or
 * `entities` with `start_offset` and `end_offset`. Offsets count code points unless the project was
 * made to count grapheme clusters; quotes come from the text in the file, so such a file is found
 * out where they differ. Relations are left out.
 */
export function readDoccano(jsonl: string): ReadLayers {
  const { objects, problems } = readJsonLines(jsonl);
  const layers: ImportedLayer[] = [];
  for (const { line, object } of objects) {
    const text = textAt(object, "text");
    if (text === null) {
      const message = "There is no “text” in this line.";
      problems.push({ line, message, reason: "doccano_text_missing" });
      continue;
    }
    const spans: ImportedSpan[] = [];
    for (const entry of labelsOf(object)) {
      const span = readLabel(entry, line);
      if (span) spans.push(span);
      else {
        const message = "Write a label as [start, end, tag].";
        problems.push({ line, message, reason: "doccano_label_malformed" });
      }
    }
    layers.push({ line, keys: keysOf(object), annotator: null, unit: "codepoint", text, spans });
  }
  const hasRelations = objects.some(({ object }) => listAt(object, "relations").length > 0);
  return { layers, problems, notes: hasRelations ? [relationsLeftOut] : [] };
}

const relationsLeftOut: Explained = {
  message: "Relations are left out.",
  reason: "note_relations_left_out",
};

function keysOf(object: JsonObject): string[] {
  const meta = isObject(object.meta) ? object.meta : {};
  const names = ["external_id", "article_id", "filename", "id"];
  return [...textsAt(meta, names), ...textsAt(object, names)];
}

function labelsOf(object: JsonObject): readonly unknown[] {
  const keys = ["label", "labels", "entities", "spans"];
  return keys.map((key) => listAt(object, key)).find((list) => list.length > 0) ?? [];
}

function readLabel(entry: unknown, line: number): ImportedSpan | null {
  const parts: readonly unknown[] = Array.isArray(entry)
    ? (entry as readonly unknown[])
    : isObject(entry)
      ? [entry.start_offset ?? entry.start, entry.end_offset ?? entry.end, entry.label]
      : [];
  const [start, end, tag] = parts;
  if (typeof start !== "number" || typeof end !== "number" || typeof tag !== "string") return null;
  return bareSpan(line, tag, { start, end });
}

/**
 * Writes a layer as one line for doccano. The text is title, an empty line and body. Can't hold:
 * attributes, links.
 */
export function toDoccano(layer: ExportedLayer): string {
  const { text, ranges } = rangesOf(layer);
  const label = ranges.map(({ start, end, tagId }) => [start, end, tagId]);
  return `${JSON.stringify({ text, label, meta: { external_id: layer.key } })}\n`;
}

/**
 * Writes a layer as one line for spaCy and Prodigy: `{"text", "spans": [{start, end, label}]}`,
 * offsets in code points, which is what Python counts: `doc.char_span(start, end, label)`. Spans may
 * overlap, so they are for `doc.spans`, not `doc.ents`. Can't hold: attributes, links.
 */
export function toSpacy(layer: ExportedLayer, meta: Readonly<Record<string, string>> = {}): string {
  const { text, ranges } = rangesOf(layer);
  const spans = ranges.map(({ start, end, tagId }) => ({ start, end, label: tagId }));
  return `${JSON.stringify({ text, spans, meta: { external_id: layer.key, ...meta } })}\n`;
}

function rangesOf({ article, spans }: ExportedLayer) {
  const joint = new JointText(article);
  const ranges = spans.map(({ segment, tagId, ...range }) => ({
    ...joint.fromSegment(segment, range),
    tagId,
  }));
  return { text: joint.index.text, ranges };
}
