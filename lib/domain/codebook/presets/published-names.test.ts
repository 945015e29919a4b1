import { describe, expect, it } from "vitest";

import { fitAttributes } from "../fit-attributes";
import type { Attributes } from "../../spans/span";
import { definitionOf } from "./preset";
import type { PresetId } from "./preset-ids";
import { getPreset } from "./presets";
import { attributesAsHere, tagPublishedAs } from "./published-names";

const codebookOf = (id: PresetId) => definitionOf(getPreset(id));

describe("tags as published", () => {
  it.each<[PresetId, string, string | undefined]>([
    ["ptc-14", "Name_Calling,Labeling", "Name_Calling-Labeling"],
    ["ptc-14", "Red_Herring", "Whataboutism-Straw_Men-Red_Herring"],
    ["basil", "lex", "lexical"],
    ["basil", "inf", "informational"],
    ["babe", "Biased", "biased"],
    ["babe", "Non-biased", "non_biased"],
    ["babe", "biased_words", "biased_word"],
    ["babe", "No agreement", undefined],
    ["default", "Name_Calling,Labeling", undefined],
  ])("of %s: %s is %s", (id, name, tagId) => {
    expect(tagPublishedAs(codebookOf(id), name)).toBe(tagId);
  });

  it("are found as long as the codebook has them, and is of the scheme", () => {
    const codebook = codebookOf("basil");
    const families = codebook.families.map((family) => ({
      ...family,
      tags: family.tags.filter(({ id }) => id !== "informational"),
    }));
    expect(tagPublishedAs({ ...codebook, families }, "lex")).toBe("lexical");
    expect(tagPublishedAs({ ...codebook, families }, "inf")).toBeUndefined();
    expect(tagPublishedAs({ ...codebook, id: "ours" }, "lex")).toBeUndefined();
  });
});

describe("attributes as published", () => {
  it.each<[Attributes, Attributes, string[]]>([
    [
      { target: "Bill", polarity: "pos", aim: "dir", quote: "no", speaker: "Ann" },
      {
        ...{ target: "Bill", polarity: "positive", aim: "direct" },
        ...{ in_quotation: "no", speaker: "Ann" },
      },
      [],
    ],
    [
      {
        ...{ polarity: "neg", aim: "ind_anti", quote: "yes", "indirect-target-name": "Ben" },
        "indirect-ally-opponent-sentiment": "pos",
      },
      {
        ...{ polarity: "negative", aim: "indirect opponent" },
        ...{ in_quotation: "yes", indirect_target: "Ben" },
      },
      ["indirect-ally-opponent-sentiment"],
    ],
    [{ aim: "ind", "indirect-ally-opponent-sentiment": "ally" }, { aim: "indirect ally" }, []],
    [{ aim: "ind", polarity: "neu", quote: "maybe" }, {}, ["aim", "polarity", "quote"]],
    [
      { polarity: "positive", in_quotation: "yes" },
      { polarity: "positive", in_quotation: "yes" },
      [],
    ],
  ])("of BASIL: %j", (given, attributes, leftOut) => {
    const codebook = codebookOf("basil");
    const fitted = fitAttributes(codebook, "BIAS", attributesAsHere(codebook, given));
    expect(fitted).toEqual({ attributes, leftOut });
  });

  it.each([
    ["Entirely factual", "entirely factual"],
    ["Somewhat factual but also opinionated", "mixed"],
    ["Expresses writer’s opinion", "expresses the writer's opinion"],
    ["Expresses wleter´s opinion", "expresses the writer's opinion"],
    ["factional", undefined],
  ])("of BABE: %s", (published, opinion) => {
    const codebook = codebookOf("babe");
    const given = attributesAsHere(codebook, { opinion: published });
    const { attributes, leftOut } = fitAttributes(codebook, "SENTENCE", given);
    expect(attributes.opinion).toBe(opinion);
    expect(leftOut).toEqual(opinion === undefined ? ["opinion"] : []);
  });

  it("of other schemes stay what they are", () => {
    const given = { polarity: "pos" };
    expect(attributesAsHere(codebookOf("default"), given)).toBe(given);
  });
});
