import { describe, expect, it } from "vitest";

import { fromDraft, toDraft } from "./codebook-draft";
import { defaultCodebook } from "./default-codebook";
import { definitionOf } from "./presets/preset";
import { presets } from "./presets/presets";

describe("a codebook in a form", () => {
  it.each(presets.map((preset) => [preset.id, definitionOf(preset)] as const))(
    "comes back as it went in: %s",
    (_, definition) => expect(fromDraft(toDraft(definition))).toEqual(definition),
  );

  it("takes one entry from each line, and none from an empty one", () => {
    const draft = toDraft(defaultCodebook);
    const [family] = draft.families;
    const [tag] = family?.tags ?? [];
    if (!family || !tag) throw new Error("the default codebook is empty");
    family.tags = [{ ...tag, id: " NAMED ", positive: " one \n\n two", isRetired: true }];
    const [made] = fromDraft(draft).families[0]?.tags ?? [];
    expect(made).toEqual({
      ...{ id: "NAMED", definition: tag.definition, negative: ["Moscow said"] },
      ...{ positive: ["one", "two"], isRetired: true },
    });
  });

  it("keeps values only where a kind has some", () => {
    const draft = toDraft({ ...defaultCodebook, commonAttributes: [] });
    draft.commonAttributes = [
      { id: "a", kind: "ordinal", values: "1\n2.5", isRequired: true },
      { id: "b", kind: "text", values: "left over", isRequired: false },
    ];
    draft.questions = [
      {
        ...{ id: "q", question: "Why?", kind: "text", values: "left over" },
        ...{ low: "low", high: "high", isRequired: false, isPrivate: true },
      },
    ];
    const made = fromDraft(draft);
    expect(made.commonAttributes).toEqual([
      { id: "a", kind: "ordinal", values: [1, 2.5], isRequired: true },
      { id: "b", kind: "text" },
    ]);
    expect(made.questions).toEqual([
      { id: "q", question: "Why?", kind: "text", values: [], isRequired: false, isPrivate: true },
    ]);
  });
});
