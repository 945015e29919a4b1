import { describe, expect, it } from "vitest";

import { definitionOf } from "../domain/codebook/presets/preset";
import { presets } from "../domain/codebook/presets/presets";
import { codebook } from "./codebook";

const [definition] = presets.map(definitionOf);
const question = {
  ...{ id: "slant", question: "Slant?", kind: "ordinal", isRequired: false },
  values: ["-1", "0", "1"],
  ends: { low: "against", high: "for" },
};
const pathsOf = (value: unknown) =>
  codebook.safeParse(value).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("a codebook that is sent", () => {
  it.each(presets.map((preset) => [preset.id, definitionOf(preset)] as const))(
    "may be %s, and is taken as it is",
    (_, preset) => expect(codebook.parse(preset)).toEqual(preset),
  );

  it.each([
    ["a scale without ends", { ends: undefined }, "ends"],
    ["a scale upside down", { values: ["1", "0"] }, "values"],
    ["a scale of words", { values: ["low", "high"] }, "values"],
    ["a scale of one step", { values: ["1"] }, "values"],
    ["a value twice", { kind: "single", ends: undefined, values: ["a", "a"] }, "values"],
    ["nothing to choose", { kind: "single", ends: undefined, values: [] }, "values"],
    ["ends of no scale", { kind: "text", values: [] }, "ends"],
  ])("may not ask with %s", (_, change, path) => {
    expect(pathsOf({ ...definition, questions: [question] })).toEqual([]);
    expect(pathsOf({ ...definition, questions: [{ ...question, ...change }] })).toContain(
      `questions.0.${path}`,
    );
  });

  it("has each family, tag, rule and question once, and orders only its own tags", () => {
    const { families = [], rules = [] } = definition ?? {};
    const [first, ...rest] = families;
    expect(pathsOf({ ...definition, families: [first, first] })).toContain("families");
    expect(pathsOf({ ...definition, rules: [...rules, rules[0]] })).toContain("rules");
    expect(pathsOf({ ...definition, questions: [question, question] })).toContain("questions");
    const foreign = { ...first, decisionOrder: ["LOADED"] };
    expect(pathsOf({ ...definition, families: [foreign, ...rest] })).toContain(
      "families.0.decisionOrder",
    );
  });
});
