import type { Explained } from "../reason";
import type { TextProblem } from "../text/decode-utf8";
import { lineAt, linesAt } from "../text/line-at";
import { outlineJson } from "./json-outline";

export type JsonObject = Readonly<Record<string, unknown>>;
/** `lines` are those of the elements of the outermost list. */
export type ReadJson = { value: unknown; lines: number[] };

/** Parses a whole file of JSON; an error comes with its place. */
export function readJson(text: string): ReadJson | { problem: TextProblem } {
  let value: unknown;
  let isParsed = true;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    isParsed = false;
  }
  const outline = outlineJson(text);
  if ("errorAt" in outline) {
    const { errorAt, ...why } = outline;
    return { problem: { ...lineAt(text, errorAt), ...why } };
  }
  if (!isParsed) return { problem: { line: 1, ...notJson } };
  return { value, lines: linesAt(text, outline.elements) };
}

const notJson: Explained = { message: "This isn't JSON.", reason: "not_json" };

/** Of JSON Lines, in UTF-16 units. */
export const longestLine = 16_777_216;
export const lineTooLong: Explained = {
  message: "This line is longer than 16 million characters. Split it into articles.",
  reason: "json_line_too_long",
};

/** Parses JSON Lines: one object a line, empty lines passed over. */
export function readJsonLines(text: string): {
  objects: { line: number; object: JsonObject }[];
  problems: TextProblem[];
} {
  const objects: { line: number; object: JsonObject }[] = [];
  const problems: TextProblem[] = [];
  for (const [at, content] of text.split("\n").entries()) {
    const read = readJsonLine(content, at + 1);
    if (read && "problem" in read) problems.push(read.problem);
    else if (read) objects.push(read);
  }
  return { objects, problems };
}

/** One line of JSON Lines; null for an empty one. */
export function readJsonLine(
  content: string,
  line: number,
): { line: number; object: JsonObject } | { problem: TextProblem } | null {
  if (content.trim() === "") return null;
  if (content.length > longestLine) return { problem: { line, ...lineTooLong } };
  let value: unknown;
  try {
    value = JSON.parse(content) as unknown;
  } catch {
    // Only a line that is wrong is walked over again, for the place.
    const parsed = readJson(content);
    const problem = "problem" in parsed ? parsed.problem : notJson;
    return { problem: { ...problem, line } };
  }
  if (isObject(value)) return { line, object: value };
  const message = "This line must be one JSON object, {…}.";
  return { problem: { line, message, reason: "json_line_not_an_object" } };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The list under `key`, or an empty one. */
export function listAt(object: JsonObject, key: string): readonly unknown[] {
  const value = object[key];
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The text under `key`; numbers as text; null for anything else. */
export function textAt(object: JsonObject, key: string): string | null {
  const value = object[key];
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : null;
}

/** The texts under `keys` that are there and not empty, in the order of `keys`. */
export function textsAt(object: JsonObject, keys: readonly string[]): string[] {
  return keys.flatMap((key) => textAt(object, key) || []);
}
