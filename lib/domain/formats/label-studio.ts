import type { Explained } from "../reason";
import type { TextRange } from "../spans/span";
import { bareSpan, type ImportedLayer, type ImportedSpan, type ReadLayers } from "./imported-layer";
import { isObject, type JsonObject, listAt, readJson, textAt, textsAt } from "./read-json";

/**
 * Reads Label Studio's JSON export (labelstud.io/guide/task_format): a list of tasks, each with the
 * annotations of several people and the predictions of models, which are people of the name of their
 * version here. Regions of the Text and HyperText tags are read, others and relations left out;
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
  const leftOut = { notText: 0, unplaced: 0, tasks: 0 };
  for (const [at, task] of (value as readonly unknown[]).entries()) {
    const line = lines[at] ?? 1;
    const data = isObject(task) && isObject(task.data) ? task.data : null;
    if (!isObject(task) || !data) {
      const message = "This is no task with “data” and “annotations”.";
      read.problems.push({ line, message, reason: "label_studio_not_a_task" });
      continue;
    }
    const works = worksOf(task);
    if (works.length === 0) leftOut.tasks += 1;
    for (const { annotator, results } of works) {
      const regions = results.map((region) => readRegion(region, line));
      leftOut.notText += regions.filter((region) => region === "no text").length;
      leftOut.unplaced += regions.filter((region) => region === "no place").length;
      const spans = regions.flatMap((region) => (typeof region === "string" ? [] : region.spans));
      const isOfPage = regions.some((region) => typeof region !== "string" && region.isOfPage);
      read.layers.push(toLayer(task, data, { annotator, line, spans, isOfPage }));
    }
  }
  return { ...read, notes: notesOn(leftOut) };
}

function notesOn(leftOut: { notText: number; unplaced: number; tasks: number }): Explained[] {
  const notes: Explained[] = [];
  if (leftOut.notText > 0) {
    const message = `${leftOut.notText} regions that aren't spans of text are left out.`;
    notes.push({ message, reason: "note_regions_left_out", facts: { count: leftOut.notText } });
  }
  if (leftOut.unplaced > 0) {
    const message = `${leftOut.unplaced} regions of text with neither place nor quote are left out.`;
    notes.push({ message, reason: "note_regions_unplaced", facts: { count: leftOut.unplaced } });
  }
  if (leftOut.tasks > 0) {
    const message = `${leftOut.tasks} tasks have neither annotations nor predictions, or cancelled ones alone.`;
    notes.push({ message, reason: "note_tasks_without_work", facts: { count: leftOut.tasks } });
  }
  return notes;
}

type Work = { annotator: string | null; results: JsonObject[] };

/** Everybody's work on a task, models included; cancelled work has no results. */
function worksOf(task: JsonObject): Work[] {
  const resultsOf = (work: JsonObject) => listAt(work, "result").filter(isObject);
  const annotations = [...listAt(task, "annotations"), ...listAt(task, "completions")]
    .filter(isObject)
    .filter(({ was_cancelled: isCancelled }) => isCancelled !== true)
    .map((work) => ({ annotator: annotatorOf(work), results: resultsOf(work) }));
  const predictions = listAt(task, "predictions")
    .filter(isObject)
    .map((work) => ({
      annotator: textAt(work, "model_version") || "prediction",
      results: resultsOf(work),
    }));
  return [...annotations, ...predictions];
}

function annotatorOf({ completed_by: by }: JsonObject): string | null {
  const name = isObject(by) ? (textAt(by, "email") ?? textAt(by, "id")) : by;
  return typeof name === "string" || typeof name === "number" ? String(name) : null;
}

type Region = { spans: ImportedSpan[]; isOfPage: boolean };

/** A region as a span for each label, or why it is none. */
function readRegion(region: JsonObject, line: number): Region | "no text" | "no place" {
  const value = isObject(region.value) ? region.value : {};
  const tags = [...listAt(value, "labels"), ...listAt(value, "hypertextlabels")].filter(
    (tag) => typeof tag === "string",
  );
  const quote = typeof value.text === "string" && value.text !== "" ? value.text : null;
  const ofText = placeIn(value);
  const isOfPage = !ofText && (isObject(value.globalOffsets) || "hypertextlabels" in value);
  const isText = ofText !== null || isOfPage;
  if (tags.length === 0 || !isText) return "no text";
  const place = ofText ?? (isObject(value.globalOffsets) ? placeIn(value.globalOffsets) : null);
  if (!place && quote === null) return "no place";
  const attributes = notesOf(region.meta);
  const spans = tags.map((tag) => ({ ...bareSpan(line, tag, place), quote, attributes }));
  return { spans, isOfPage };
}

/** Of a page, `start` and `end` are paths to its elements and no numbers. */
function placeIn(value: JsonObject): TextRange | null {
  const [start, end] = [Number(textAt(value, "start") ?? NaN), Number(textAt(value, "end") ?? NaN)];
  return Number.isNaN(start) || Number.isNaN(end) ? null : { start, end };
}

function notesOf(meta: unknown): Record<string, string> {
  const texts = isObject(meta) ? listAt(meta, "text").filter((one) => typeof one === "string") : [];
  return texts.length > 0 ? { note: texts.join("\n") } : {};
}

function toLayer(
  task: JsonObject,
  data: JsonObject,
  {
    isOfPage,
    ...layer
  }: Pick<ImportedLayer, "annotator" | "line" | "spans"> & { isOfPage: boolean },
): ImportedLayer {
  const keys = [
    ...textsAt(data, ["external_id", "article_id", "id", "filename"]),
    ...textsAt(task, ["file_upload"]),
  ];
  // Offsets in a page count what its reader sees, and the file has its source.
  const text = isOfPage ? null : textOf(data);
  return { ...layer, keys, text, unit: isOfPage ? "utf16" : "codepoint" };
}

/** The field that was annotated; a project names it as it likes, and it is the longest by far. */
function textOf(data: JsonObject): string | null {
  const usual = textAt(data, "text") ?? textAt(data, "body");
  if (usual !== null) return usual;
  const texts = Object.values(data).filter((value) => typeof value === "string");
  return texts.length === 0 ? null : texts.reduce((a, b) => (b.length > a.length ? b : a));
}
