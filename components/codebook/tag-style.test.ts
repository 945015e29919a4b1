import { describe, expect, it } from "vitest";

import { defaultCodebook } from "@/lib/domain/codebook/default-codebook";
import { allTags } from "@/lib/domain/codebook/codebook";
import { definitionOf } from "@/lib/domain/codebook/presets/preset";
import { presets } from "@/lib/domain/codebook/presets/presets";
import { keysByTag } from "./tag-style";

describe("the keys of tags", () => {
  it("are digits for sourcing, the row below for framing, and the next for claims", () => {
    const keys = keysByTag(defaultCodebook);
    expect([...keys.values()].join("")).toBe("1234567" + "qwertyui" + "a");
  });

  it.each(presets.map((preset) => [preset.id, definitionOf(preset)] as const))(
    "are there for every tag of %s, each its own",
    (_, codebook) => {
      const keys = keysByTag(codebook);
      expect(keys.size).toBe(allTags(codebook).length);
      expect(new Set(keys.values()).size).toBe(keys.size);
    },
  );

  it("pass over retired tags", () => {
    const [first, ...rest] = defaultCodebook.families;
    if (!first) throw new Error("the default codebook is empty");
    const tags = first.tags.map((tag, at) => (at === 0 ? { ...tag, isRetired: true } : tag));
    const keys = keysByTag({ ...defaultCodebook, families: [{ ...first, tags }, ...rest] });
    expect(keys.has("NAMED")).toBe(false);
    expect(keys.get("INSTITUTIONAL")).toBe("1");
  });
});
