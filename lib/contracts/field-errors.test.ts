import { describe, expect, it } from "vitest";
import { z } from "zod";

import { fieldErrorsOf } from "../domain/field-errors";
import { fieldSentences } from "../domain/field-sentences";
import { email, wellFormed } from "./fields";
import { password, projectName } from "./projects";

const reasonOf = (schema: z.ZodType, value: unknown) => {
  const [error] = fieldErrorsOf(schema.safeParse(value).error?.issues ?? []);
  return error && [error.reason, error.facts];
};

/** An input that each kind of issue is raised by; `custom` has a reason by its sentence alone. */
const raised: Record<z.core.$ZodIssueCode, [z.ZodType, unknown, unknown]> = {
  too_small: [z.int().min(3), 2, ["number_too_small", { minimum: 3 }]],
  too_big: [z.array(z.int()).max(1), [1, 2], ["list_too_long", { maximum: 1 }]],
  invalid_type: [z.int(), "2", ["wrong_type", { expected: "number" }]],
  invalid_format: [z.uuid(), "2", ["wrong_format", { format: "uuid" }]],
  invalid_value: [z.enum(["a", "b"]), "c", ["not_a_choice", { choices: "a, b" }]],
  invalid_union: [z.union([z.string(), z.int()]), true, ["fits_no_form", undefined]],
  invalid_key: [z.record(z.string().max(1), z.int()), { ab: 1 }, ["wrong_key", undefined]],
  invalid_element: [z.map(z.any(), z.int()), new Map([[{}, "b"]]), ["wrong_element", undefined]],
  not_multiple_of: [z.number().multipleOf(2), 3, ["not_multiple_of", { divisor: 2 }]],
  unrecognized_keys: [
    z.strictObject({}),
    { a: 1, b: 2 },
    ["unknown_keys", { count: 2, keys: "a, b" }],
  ],
  custom: [wellFormed(9), "\0", ["broken_character", undefined]],
};

describe("errors of fields", () => {
  it.each(Object.entries(raised))("say why: %s", (code, [schema, value, expected]) => {
    expect(schema.safeParse(value).error?.issues[0]?.code).toBe(code);
    expect(reasonOf(schema, value)).toEqual(expected);
  });

  it.each([
    [z.string().max(1), "ab", ["text_too_long", { maximum: 1 }]],
    [z.array(z.int()).min(2), [], ["list_too_short", { minimum: 2 }]],
    [z.number().gt(1), 1, ["number_not_above", { minimum: 1 }]],
    [z.number().lt(1), 1, ["number_not_below", { maximum: 1 }]],
    [z.int().max(1), 2, ["number_too_big", { maximum: 1 }]],
    [password, "short", ["text_too_short", { minimum: 15 }]],
  ])("tell what was measured", (schema, value, expected) => {
    expect(reasonOf(schema, value)).toEqual(expected);
  });

  it("know the contracts' own sentences", () => {
    expect(reasonOf(projectName, " ")).toEqual(["project_name_missing", undefined]);
    expect(reasonOf(email, "nobody")).toEqual(["email_malformed", undefined]);
    expect(new Set(Object.values(fieldSentences)).size).toBe(Object.keys(fieldSentences).length);
  });

  it("have a path with dots, the sentence, and no reason where none is known", () => {
    const schema = z.object({ list: z.array(z.string().refine(() => false, "Not this.")) });
    const { error } = schema.safeParse({ list: ["a"] });
    expect(fieldErrorsOf(error?.issues ?? [])).toEqual([{ path: "list.0", message: "Not this." }]);
  });

  it("are twenty at most", () => {
    const { error } = z.array(z.int()).safeParse(Array.from({ length: 30 }, () => "a"));
    expect(fieldErrorsOf(error?.issues ?? [])).toHaveLength(20);
  });
});
