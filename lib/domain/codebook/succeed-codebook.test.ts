import { describe, expect, it } from "vitest";

import { allTags, isRetiredTag } from "./codebook";
import { defaultCodebook } from "./default-codebook";
import { definitionOf } from "./presets/preset";
import { presets } from "./presets/presets";
import { checkSuccession, keepRetired } from "./succeed-codebook";
import { touchedTags } from "./touched-tags";

const definitions = presets.map(definitionOf);
const inUse = (codebook: typeof defaultCodebook) =>
  allTags(codebook).map(({ familyId, tag }) => ({ familyId, tagId: tag.id }));

describe("what may follow a codebook", () => {
  it("drops no tag in use, and says to retire it", () => {
    const families = defaultCodebook.families.filter(({ id }) => id === "FRAMING");
    const next = { ...defaultCodebook, families };
    const errors = checkSuccession(next, [
      { tagId: "VAGUE", familyId: "SOURCING" },
      { tagId: "LOADED", familyId: "FRAMING" },
    ]);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain('Retire it: keep it in SOURCING with "isRetired": true');
  });

  it("moves no tag in use to another family", () => {
    const errors = checkSuccession(defaultCodebook, [{ tagId: "LOADED", familyId: "SOURCING" }]);
    expect(errors[0]?.message).toContain("can't move to FRAMING");
  });

  it.each(
    definitions.flatMap((current) =>
      definitions.map((next) => [current.id, next.id, current, next]),
    ),
  )("lets %s be followed by %s with the old tags retired", (_, __, current, next) => {
    if (typeof current === "string" || typeof next === "string") throw new Error("mixed up");
    const both = keepRetired(current, next);
    expect(checkSuccession(both, inUse(current))).toEqual([]);
    const offered = allTags(both).filter(({ tag }) => !tag.isRetired);
    expect(offered.map(({ tag }) => tag.id).sort()).toEqual(
      allTags(next)
        .map(({ tag }) => tag.id)
        .sort(),
    );
    const ids = allTags(both).map(({ tag }) => tag.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("touches spans whose tag is retired or defined in other words, and no others", () => {
    const [sourcing, ...others] = defaultCodebook.families;
    if (!sourcing) throw new Error("the default codebook is empty");
    const tags = sourcing.tags.map((tag) => {
      if (tag.id === "VAGUE") return { ...tag, isRetired: true };
      if (tag.id === "NAMED") return { ...tag, definition: "By name." };
      return tag.id === "DOCUMENT" ? { ...tag, positive: [] } : tag;
    });
    const after = { ...defaultCodebook, families: [{ ...sourcing, tags }, ...others] };
    expect(isRetiredTag(after, "VAGUE")).toBe(true);
    expect(touchedTags(defaultCodebook, after)).toEqual([
      { tagId: "NAMED", isRetired: false, isRedefined: true },
      { tagId: "VAGUE", isRetired: true, isRedefined: false },
    ]);
    expect(touchedTags(after, after)).toEqual([]);
  });
});
