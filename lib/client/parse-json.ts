import type { Explanation } from "@/lib/domain/reason";
import { ApiProblem } from "./api-client";

/** @throws {ApiProblem} invalid, with the parser's words on where it went wrong */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    throw new ApiProblem(422, "invalid", `This isn't JSON. ${said}`, explain(said));
  }
}

/** Most browsers' parsers name the place, each in a sentence of its own. */
function explain(said: string): Explanation {
  const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
  if (!line || !column) return { reason: "not_json" };
  return { reason: "json_broken_at", facts: { line: Number(line), column: Number(column) } };
}
