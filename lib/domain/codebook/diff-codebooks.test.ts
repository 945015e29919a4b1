import { describe, expect, it } from "vitest";

import type { Codebook, TagDefinition } from "./codebook";
import { defaultCodebook } from "./default-codebook";
import { diffCodebooks } from "./diff-codebooks";

function withTag(codebook: Codebook, tagId: string, change: Partial<TagDefinition>): Codebook {
  const families = codebook.families.map((family) => ({
    ...family,
    tags: family.tags.map((tag) => (tag.id === tagId ? { ...tag, ...change } : tag)),
  }));
  return { ...codebook, families };
}

describe("the difference between two codebooks", () => {
  it("is none where only the version's own name differs", () => {
    expect(diffCodebooks(defaultCodebook, { ...defaultCodebook, version: "9" })).toEqual([]);
  });

  it("shows a definition before and after", () => {
    const after = withTag(defaultCodebook, "LOADED", { definition: "Charged wording." });
    expect(diffCodebooks(defaultCodebook, after)).toEqual([
      {
        ...{ what: "tag", id: "LOADED", familyId: "FRAMING", kind: "changed" },
        fields: [
          {
            field: "definition",
            before: "Charged wording that could be replaced without losing a fact (not a name).",
            after: "Charged wording.",
          },
        ],
      },
    ]);
  });

  it("tells a retired tag from a removed one, and shows what else changed with it", () => {
    const retired = withTag(defaultCodebook, "VAGUE", { isRetired: true, positive: [] });
    expect(diffCodebooks(defaultCodebook, retired)).toMatchObject([
      { id: "VAGUE", kind: "retired", fields: [{ field: "positive", after: "" }] },
    ]);
    expect(diffCodebooks(retired, defaultCodebook)).toMatchObject([
      { id: "VAGUE", kind: "unretired" },
    ]);
  });

  it("names what is added and removed, of every kind", () => {
    const [first, ...rest] = defaultCodebook.families;
    if (!first) throw new Error("the default codebook is empty");
    const [, ...tags] = first.tags;
    const after: Codebook = {
      ...defaultCodebook,
      families: [{ ...first, tags }, ...rest],
      commonAttributes: [...defaultCodebook.commonAttributes, { id: "tone", kind: "text" }],
      rules: defaultCodebook.rules.slice(1),
      questions: defaultCodebook.questions.map((question) =>
        question.id === "overall_slant" ? { ...question, isPrivate: true } : question,
      ),
      linkTypes: [...defaultCodebook.linkTypes, "contradicts"],
    };
    const found = diffCodebooks(defaultCodebook, after).map(
      ({ what, kind, familyId, id }) => `${kind} ${what} ${familyId ?? "-"} ${id}`,
    );
    expect(found).toEqual([
      "added attribute - tone",
      "changed question - overall_slant",
      "added link - contradicts",
      "removed tag SOURCING NAMED",
      "removed rule - R1",
    ]);
  });

  it("reverses when the versions are swapped", () => {
    const after = { ...defaultCodebook, rules: defaultCodebook.rules.slice(2) };
    const there = diffCodebooks(defaultCodebook, after).map(({ id, kind }) => [id, kind]);
    const back = diffCodebooks(after, defaultCodebook).map(({ id, kind }) => [id, kind]);
    expect(there).toEqual(back.map(([id, kind]) => [id, kind === "added" ? "removed" : kind]));
  });
});
