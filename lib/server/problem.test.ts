import { describe, expect, it } from "vitest";
import { z } from "zod";

import { AppError } from "../domain/errors";
import { problemResponse } from "./problem";
import { route } from "./route";

const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe("a refusal's answer", () => {
  it("has the reason with its facts beside the sentence", async () => {
    const error = new AppError("conflict", "You have 50 tokens. Revoke one first.", {
      ...{ reason: "too_many_tokens", facts: { most: 50 } },
    });
    expect(await bodyOf(problemResponse(error))).toEqual({
      ...{ type: "about:blank", status: 409, title: "Conflict", code: "conflict" },
      ...{ detail: error.message, reason: "too_many_tokens", facts: { most: 50 } },
    });
  });

  it("has empty facts where the reason names none, and neither where there is no reason", async () => {
    const explained = new AppError("invalid", "No.", {
      reason: "input_invalid",
      errors: [
        { path: "a", message: "No.", reason: "not_json" },
        { path: "b", message: "No." },
      ],
    });
    expect(await bodyOf(problemResponse(explained))).toMatchObject({
      ...{ reason: "input_invalid", facts: {} },
      errors: [
        { path: "a", message: "No.", reason: "not_json", facts: {} },
        { path: "b", message: "No." },
      ],
    });
    const plain = await bodyOf(problemResponse(new AppError("forbidden", "No.")));
    expect(Object.keys(plain).sort()).toEqual(["code", "detail", "status", "title", "type"]);
  });

  it("says of each field of the input why it isn't right", async () => {
    const GET = route({
      auth: "public",
      query: z.strictObject({ name: z.string().max(2), limit: z.coerce.number().max(9) }),
      handle: () => Promise.resolve({}),
    });
    const request = new Request("http://127.0.0.1/x?name=long&limit=10&more=1");
    const response = await GET(request, { params: Promise.resolve({}) });
    expect(response.status).toBe(422);
    expect(await bodyOf(response)).toMatchObject({
      ...{ reason: "input_invalid", facts: {} },
      errors: [
        { path: "name", reason: "text_too_long", facts: { maximum: 2 } },
        { path: "limit", reason: "number_too_big", facts: { maximum: 9 } },
        { path: "", reason: "unknown_keys", facts: { count: 1, keys: "more" } },
      ],
    });
  });
});
