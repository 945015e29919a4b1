import type { Explained } from "../reason";
import { countCodePoints } from "../text/code-points";
import { bareSpan, type ImportedSpan, type ReadLayers } from "./imported-layer";
import { jointGap } from "./joint-text";
import { isObject, type JsonObject, listAt, readJson, textAt } from "./read-json";

/** What of a phrase says where and what it is; all else is an attribute, named as in the file. */
const notAttributes = new Set(["id", "start", "end", "txt", "bias", "notes"]);

const judgementsLeftOut: Explained = {
  message: "Judgements on the whole article are left out.",
  reason: "note_basil_judgements_left_out",
};

/**
 * Reads a BASIL annotation file (`…_ann.json`, release 2): `phrase-level-annotations` with the
 * tags lex and inf, on the title or on paragraph p0, p1 … Offsets count code points of that
 * paragraph alone; with the article's own file beside it they become places in its text.
 * @param articleJson the article's `….json`, if it was sent
 */
export function readBasil(
  json: string,
  keys: readonly string[],
  articleJson: string | null,
): ReadLayers {
  const parsed = readJson(json);
  if ("problem" in parsed) return { layers: [], problems: [parsed.problem], notes: [] };
  const { value, lines } = parsed;
  if (!isObject(value) || !Array.isArray(value["phrase-level-annotations"])) {
    const message = "There is no list “phrase-level-annotations” in this file.";
    return {
      layers: [],
      problems: [{ line: 1, message, reason: "basil_list_missing" }],
      notes: [],
    };
  }
  const paragraphs = articleJson === null ? null : paragraphsOf(articleJson);
  const entries = listAt(value, "phrase-level-annotations").filter(isObject);
  const spans = entries.map((entry, at) => readPhrase(entry, lines[at] ?? 1, paragraphs));
  const uuid = textAt(value, "uuid");
  const notes = [judgementsLeftOut];
  if (!paragraphs) {
    const message = "Without the article's own file, spans are found by their quote.";
    notes.push({ message, reason: "note_basil_without_article" });
  }
  const allKeys = uuid === null ? keys : [...keys, uuid];
  const layer = { line: 1, keys: allKeys, annotator: null, unit: "codepoint", spans } as const;
  return { layers: [{ ...layer, text: paragraphs?.text ?? null }], problems: [], notes };
}

function readPhrase(entry: JsonObject, line: number, paragraphs: Paragraphs | null): ImportedSpan {
  const shift = startOf(textAt(entry, "id") ?? "", paragraphs);
  const [start, end] = [entry.start, entry.end];
  const isPlaced = shift !== null && typeof start === "number" && typeof end === "number";
  const place = isPlaced ? { start: start + shift, end: end + shift } : null;
  const attributes = Object.keys(entry).flatMap((name) => {
    const value = notAttributes.has(name) ? "" : (textAt(entry, name) ?? "");
    return value === "" ? [] : [[name, value] as const];
  });
  const note = textAt(entry, "notes") ?? "";
  return {
    ...bareSpan(line, textAt(entry, "bias") ?? "", place),
    quote: textAt(entry, "txt"),
    attributes: { ...Object.fromEntries(attributes), ...(note === "" ? {} : { note }) },
  };
}

type Paragraphs = { text: string; starts: readonly number[] };

/**
 * Title and paragraphs as one text, as the article's file is imported, and where each p begins in
 * it. A paragraph is a list of one or more p.
 */
function paragraphsOf(articleJson: string): Paragraphs | null {
  const parsed = readJson(articleJson);
  if ("problem" in parsed || !isObject(parsed.value)) return null;
  let text = textAt(parsed.value, "title") ?? "";
  let at = countCodePoints(text);
  const starts: number[] = [];
  for (const paragraph of listAt(parsed.value, "body-paragraphs")) {
    const parts: readonly unknown[] = Array.isArray(paragraph) ? paragraph : [paragraph];
    for (const [position, part] of parts.entries()) {
      const gap = position === 0 ? jointGap : " ";
      const content = typeof part === "string" ? part : "";
      starts.push(at + gap.length);
      text += gap + content;
      at += gap.length + countCodePoints(content);
    }
  }
  return { text, starts };
}

function startOf(id: string, paragraphs: Paragraphs | null): number | null {
  if (!paragraphs) return null;
  if (id === "title") return 0;
  return /^p\d+$/.test(id) ? (paragraphs.starts[Number(id.slice(1))] ?? null) : null;
}
