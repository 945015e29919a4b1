import { ApiProblem } from "./api-client";

/** @throws {ApiProblem} invalid, with the parser's words on where it went wrong */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new ApiProblem(422, "invalid", `This isn't JSON. ${reason}`);
  }
}
