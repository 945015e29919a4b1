import type { Codebook } from "@/lib/domain/codebook/codebook";
import { linePattern, tinted } from "./tag-tint";

/** How a family and its tags are told apart: by colour, and by a line that doesn't need colour. */
export type FamilyStyle = {
  text: string;
  soft: string;
  /** CSS colour of the underline. */
  line: string;
  softLine: string;
  /** The underline as a CSS image. */
  pattern: string;
  isDashed: boolean;
};

const styles: readonly Omit<FamilyStyle, "pattern">[] = [
  {
    text: "text-sourcing",
    soft: "bg-sourcing-soft",
    line: "var(--sourcing)",
    softLine: "var(--sourcing-soft)",
    isDashed: false,
  },
  {
    text: "text-framing",
    soft: "bg-framing-soft",
    line: "var(--framing)",
    softLine: "var(--framing-soft)",
    isDashed: true,
  },
];

/** The style of the family at this place of the codebook. */
export function familyStyle(at: number): FamilyStyle {
  return tagStyle(at, 0);
}

function tagStyle(familyAt: number, tagAt: number): FamilyStyle {
  const family = styles[Math.max(0, familyAt) % styles.length] ?? styles[0]!;
  const line = tinted(family.line, tagAt);
  return {
    ...family,
    line,
    softLine: tinted(family.softLine, tagAt),
    pattern: linePattern(line, family.isDashed, tagAt),
  };
}

/** Styles by tag id: the family's, each tag with a hue and a line of its own. */
export function stylesByTag(codebook: Codebook): ReadonlyMap<string, FamilyStyle> {
  return new Map(
    codebook.families.flatMap((family, at) =>
      family.tags.map((tag, tagAt) => [tag.id, tagStyle(at, tagAt)] as const),
    ),
  );
}

const keyRows = ["123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** The key of each tag in the picker: digits for the first family, rows of letters for the rest. */
export function keysByTag(codebook: Codebook): ReadonlyMap<string, string> {
  return new Map(
    codebook.families.flatMap((family, row) =>
      family.tags.flatMap((tag, at) => {
        const key = keyRows[row]?.[at];
        return key ? [[tag.id, key] as const] : [];
      }),
    ),
  );
}

/** A tag, attribute or value id as people read it: MEDIA_RELAY is "Media relay". */
export function readable(id: string): string {
  const words = id.replaceAll("_", " ");
  const lower = words === words.toUpperCase() ? words.toLowerCase() : words;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
