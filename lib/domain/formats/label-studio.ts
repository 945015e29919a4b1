import { bareSpan, type ImportedLayer, type ImportedSpan, type ReadLayers } from "./imported-layer";
import { isObject, type JsonObject, listAt, readJson, textAt, textsAt } from "./read-json";

/**
 * Reads Label Studio's JSON export (labelstud.io/guide/task_format): a list of tasks, each with the
 * annotations of several people. Regions of the Text tag are read, others and relations left out;
 * cancelled annotations are passed over. Offsets are taken for code points of the task's text, or
 * for UTF-16 where that fits the quotes better, as older versions wrote it.
 */
export function readLabelStudio(json: string): ReadLayers {
  const parsed = readJson(json);
  if ("problem" in parsed) return { layers: [], problems: [parsed.problem], notes: [] };
  const { value, lines } = parsed;
  if (!Array.isArray(value)) {
    const message = "Send the JSON export: a list of tasks, [{…}, {…}].";
    return {
      layers: [],
      problems: [{ line: 1, message, reason: "label_studio_not_a_list" }],
      notes: [],
    };
  }
  const read: ReadLayers = { layers: [], problems: [], notes: [] };
  let leftOut = 0;
  for (const [at, task] of (value as readonly unknown[]).entries()) {
    const line = lines[at] ?? 1;
    const data = isObject(task) && isObject(task.data) ? task.data : null;
    if (!isObject(task) || !data) {
      const message = "This is no task with “data” and “annotations”.";
      read.problems.push({ line, message, reason: "label_studio_not_a_task" });
      continue;
    }
    const annotations = [...listAt(task, "annotations"), ...listAt(task, "completions")];
    for (const annotation of annotations.filter(isObject)) {
      if (annotation.was_cancelled === true) continue;
      const regions = listAt(annotation, "result").filter(isObject);
      const spans = regions.flatMap((region) => readRegion(region, line));
      leftOut += regions.filter((region) => readRegion(region, line).length === 0).length;
      read.layers.push(toLayer(task, data, annotation, line, spans));
    }
  }
  if (leftOut > 0) {
    const message = `${leftOut} regions that aren't spans of text are left out.`;
    read.notes.push({ message, reason: "note_regions_left_out", facts: { count: leftOut } });
  }
  return read;
}

function readRegion(region: JsonObject, line: number): ImportedSpan[] {
  const value = isObject(region.value) ? region.value : {};
  const start = Number(textAt(value, "start") ?? NaN);
  const end = Number(textAt(value, "end") ?? NaN);
  const tags = [...listAt(value, "labels"), ...listAt(value, "hypertextlabels")];
  if (Number.isNaN(start) || Number.isNaN(end)) return [];
  return tags
    .filter((tag) => typeof tag === "string")
    .map((tag) => ({
      ...bareSpan(line, tag, { start, end }),
      quote: typeof value.text === "string" ? value.text : null,
      attributes: typeof region.meta === "object" ? notesOf(region.meta) : {},
    }));
}

function notesOf(meta: unknown): Record<string, string> {
  const texts = isObject(meta) ? listAt(meta, "text").filter((one) => typeof one === "string") : [];
  return texts.length > 0 ? { note: texts.join("\n") } : {};
}

function toLayer(
  task: JsonObject,
  data: JsonObject,
  annotation: JsonObject,
  line: number,
  spans: ImportedSpan[],
): ImportedLayer {
  const keys = [
    ...textsAt(data, ["external_id", "article_id", "id", "filename"]),
    ...textsAt(task, ["file_upload"]),
  ];
  const by = annotation.completed_by;
  const annotator = isObject(by) ? (textAt(by, "email") ?? textAt(by, "id")) : by;
  return {
    ...{ line, spans, unit: "codepoint", text: textOf(data) },
    keys,
    annotator: annotator === undefined || annotator === null ? null : toName(annotator),
  };
}

function toName(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** The field that was annotated; a project names it as it likes, and it is the longest by far. */
function textOf(data: JsonObject): string | null {
  const usual = textAt(data, "text") ?? textAt(data, "body");
  if (usual !== null) return usual;
  const texts = Object.values(data).filter((value) => typeof value === "string");
  return texts.length === 0 ? null : texts.reduce((a, b) => (b.length > a.length ? b : a));
}
