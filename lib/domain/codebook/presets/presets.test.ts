import { describe, expect, it } from "vitest";

import { allTags, familyOf } from "../codebook";
import { defaultCodebook } from "../default-codebook";
import { definitionOf, mappingOf } from "./preset";
import { presetIds } from "./preset-ids";
import { presets } from "./presets";

describe("presets", () => {
  it("are all there, the default codebook first", () => {
    expect(presets.map(({ id }) => id)).toEqual(presetIds);
    expect(definitionOf(presets[0]!)).toEqual(defaultCodebook);
  });

  it.each([
    ["default", 16],
    ["basil", 2],
    ["ptc-14", 14],
    ["semeval-2023", 23],
    ["media-frames", 15],
    ["babe", 5],
  ])("%s has its %i tags", (id, nTags) => {
    const preset = presets.find((one) => one.id === id)!;
    expect(allTags(definitionOf(preset))).toHaveLength(nTags);
  });

  it.each(presets.map((preset) => [preset.id, preset] as const))(
    "%s can be cited and mapped",
    (_, preset) => {
      const definition = definitionOf(preset);
      expect(preset.citation).toMatch(/\d{4}|Slantwise/);
      expect(() => new URL(preset.url)).not.toThrow();
      const mapping = mappingOf(preset);
      expect(mapping.map(({ tagId }) => tagId)).toEqual(
        allTags(definition).map(({ tag }) => tag.id),
      );
      for (const { toDefault, publishedAs } of mapping) {
        expect(publishedAs).not.toBe("");
        for (const id of toDefault) expect(familyOf(defaultCodebook, id), id).toBeDefined();
      }
      for (const { tag } of allTags(definition)) expect(tag.definition).not.toBe("");
    },
  );

  it("writes the techniques as the shared tasks' own files do", () => {
    const names = presets.flatMap((preset) =>
      mappingOf(preset).map(({ publishedAs }) => publishedAs),
    );
    expect(names).toContain("Whataboutism,Straw_Men,Red_Herring");
    expect(names).toContain("False_Dilemma-No_Choice");
  });
});
