import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../domain/codebook/default-codebook";
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

  it("may be what a new project starts with", () => {
    expect(codebook.parse(defaultCodebook)).toEqual(defaultCodebook);
  });

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

  const scale = { id: "force", kind: "ordinal", values: [1, 2, 3] };
  const choice = { id: "mood", kind: "enum", values: ["calm", "angry"] };
  const [family, ...others] = definition?.families ?? [];
  const withAttributes = (
    own: unknown[],
    commonAttributes: unknown[] = [{ id: "note", kind: "text" }],
  ) =>
    pathsOf({
      ...definition,
      ...{ commonAttributes, families: [{ ...family, attributes: own }, ...others] },
    });

  it("may give several families the same attribute", () => {
    const attributes = [scale, choice];
    const families = [family, ...others].map((one) => ({ ...one, attributes }));
    expect(pathsOf({ ...definition, families })).toEqual([]);
    expect(withAttributes([], [{ ...scale, id: "confidence" }])).toEqual([]);
  });

  it.each([
    ["an attribute twice", [scale, choice, scale], undefined, ["families.0.attributes.2.id"]],
    ["a common one twice", [], [choice, choice], ["commonAttributes.1.id"]],
    ["one that is common too", [choice, scale], [scale], ["families.0.attributes.1.id"]],
    ["a note of its own", [{ id: "note", kind: "text" }], [], ["families.0.attributes.0.id"]],
    ["a confidence", [{ ...scale, id: "confidence" }], [], ["families.0.attributes.0.id"]],
    ["a link", [{ id: "link_x", kind: "text" }], [], ["families.0.attributes.0.id"]],
    ["a common link", [], [{ id: "link_x", kind: "text" }], ["commonAttributes.0.id"]],
    ["a value twice", [{ ...choice, values: ["a", "a"] }], [], ["families.0.attributes.0.values"]],
    ["an empty value", [], [{ ...choice, values: ["a", " "] }], ["commonAttributes.0.values"]],
    ["a step twice", [{ ...scale, values: [1, 1] }], [], ["families.0.attributes.0.values"]],
    ["falling steps", [], [{ ...scale, values: [1, 3, 2] }], ["commonAttributes.0.values"]],
  ])("may not have attributes with %s", (_, own, common, paths) => {
    expect(withAttributes(own, common)).toEqual(paths);
  });

  it("has each type of link once", () => {
    expect(pathsOf({ ...definition, linkTypes: ["a", "b", "a"] })).toEqual(["linkTypes"]);
  });
});
