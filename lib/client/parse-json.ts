import { outlineJson } from "@/lib/domain/formats/json-outline";
import type { Explanation } from "@/lib/domain/reason";
import { lineAt } from "@/lib/domain/text/line-at";
import { ApiProblem } from "./api-client";

/** @throws {ApiProblem} invalid, with the parser's words on where it went wrong */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    throw new ApiProblem(422, "invalid", `This isn't JSON. ${said}`, explain(text));
  }
}

/** Not every browser's parser says where, and none in the reader's language. */
function explain(text: string): Explanation {
  const outline = outlineJson(text);
  if (!("errorAt" in outline)) return { reason: "not_json" };
  return { reason: "json_broken_at", facts: lineAt(text, outline.errorAt) };
}
