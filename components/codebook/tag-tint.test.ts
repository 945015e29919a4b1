import { describe, expect, it } from "vitest";

import { defaultCodebook } from "@/lib/domain/codebook/default-codebook";
import { stylesByTag, tintedColors } from "./tag-style";
import { tintSheet } from "./tag-tint";

describe("looks of tags", () => {
  const styles = [...stylesByTag(defaultCodebook).values()];

  it("differ in colour, and without colour too", () => {
    const withoutColour = styles.map(({ pattern, line }) => pattern.replaceAll(line, "ink"));
    expect(new Set(styles.map(({ line }) => line)).size).toBe(styles.length);
    expect(new Set(withoutColour).size).toBe(styles.length);
  });

  it("have colours that the style sheet knows", async () => {
    const sheet = tintSheet(tintedColors);
    await expect(sheet).toMatchFileSnapshot("../../app/tag-tints.css");
    for (const color of styles.flatMap(({ line, softLine }) => [line, softLine])) {
      const name = color.slice("var(".length, -1);
      const isOfTheme = tintedColors.includes(name.slice(2));
      expect(isOfTheme || sheet.includes(`  ${name}: oklch(from var(--`)).toBe(true);
    }
  });
});
