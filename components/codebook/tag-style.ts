import { type Codebook, offeredTags } from "@/lib/domain/codebook/codebook";
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

type FamilyLook = Pick<FamilyStyle, "text" | "soft" | "isDashed"> & {
  /** Its name in the theme; what lies behind text has the same with `-soft`. */
  color: string;
};

const looks: readonly FamilyLook[] = [
  {
    text: "text-sourcing",
    soft: "bg-sourcing-soft",
    color: "sourcing",
    isDashed: false,
  },
  {
    text: "text-framing",
    soft: "bg-framing-soft",
    color: "framing",
    isDashed: true,
  },
  {
    text: "text-family-3",
    soft: "bg-family-3-soft",
    color: "family-3",
    isDashed: false,
  },
  {
    text: "text-family-4",
    soft: "bg-family-4-soft",
    color: "family-4",
    isDashed: true,
  },
  {
    text: "text-family-5",
    soft: "bg-family-5-soft",
    color: "family-5",
    isDashed: false,
  },
  {
    text: "text-family-6",
    soft: "bg-family-6-soft",
    color: "family-6",
    isDashed: true,
  },
];

/** All colours of the theme that tags turn the hue of. */
export const tintedColors = looks.flatMap(({ color }) => [color, softOf(color)]);

function softOf(color: string): string {
  return `${color}-soft`;
}

/** The style of the family at this place of the codebook. */
export function familyStyle(at: number): FamilyStyle {
  return tagStyle(at, 0);
}

function tagStyle(familyAt: number, tagAt: number): FamilyStyle {
  const { color, ...look } = looks[Math.max(0, familyAt) % looks.length] ?? looks[0]!;
  const line = tinted(color, tagAt);
  return {
    ...look,
    line,
    softLine: tinted(softOf(color), tagAt),
    pattern: linePattern(line, look.isDashed, tagAt + 7 * Math.floor(familyAt / 2)),
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

/**
 * The key of each tag in the picker: digits for the first family, a row of letters for each of the
 * next three. Tags that find no room in their row get what the rows have left, as far as it goes.
 * Retired tags aren't offered, so they take no key.
 */
export function keysByTag(codebook: Codebook): ReadonlyMap<string, string> {
  const families = codebook.families.map(offeredTags);
  const own = families.flatMap((tags, row) =>
    tags.map(({ id }, at) => ({ id, key: keyRows[row]?.[at] })),
  );
  const taken = new Set(own.map(({ key }) => key));
  const left = [...keyRows.join("")].filter((key) => !taken.has(key));
  return new Map(own.flatMap(({ id, key = left.shift() }) => (key ? [[id, key] as const] : [])));
}

/** Gives the last tag again, in the picker as well: no tag has it. */
export const repeatKey = ".";

/** A tag, attribute or value id as people read it: MEDIA_RELAY is "Media relay". */
export function readable(id: string): string {
  const words = id.replaceAll("_", " ");
  const lower = words === words.toUpperCase() ? words.toLowerCase() : words;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
