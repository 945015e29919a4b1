import { describe, expect, it } from "vitest";

import { stylesByTag } from "./tag-style";
import { defaultCodebook } from "@/lib/domain/codebook/default-codebook";

describe("looks of tags", () => {
  const styles = [...stylesByTag(defaultCodebook).values()];

  it("differ in colour, and without colour too", () => {
    const withoutColour = styles.map(({ pattern, line }) => pattern.replaceAll(line, "ink"));
    expect(new Set(styles.map(({ line }) => line)).size).toBe(styles.length);
    expect(new Set(withoutColour).size).toBe(styles.length);
  });

  it("keep to the lightness that the theme's contrast was made for", () => {
    for (const { line } of styles) expect(line).toMatch(/^var\(|^oklch\(from var\(.*\) l c /);
  });
});
