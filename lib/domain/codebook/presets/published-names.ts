import type { Attributes, AttributeValue } from "../../spans/span";
import { type Codebook, familyOf } from "../codebook";
import type { Preset } from "./preset";
import { presets } from "./presets";

/**
 * The tag of the codebook that the release of its scheme calls `name`; undefined where the codebook
 * was made from no scheme, or no longer has the tag. Spelling counts, case doesn't.
 */
export function tagPublishedAs(codebook: Codebook, name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const tags = presetOf(codebook)?.families.flatMap((family) => family.tags) ?? [];
  const found = tags.find(({ publishedAs, alsoPublishedAs = [] }) =>
    [publishedAs, ...alsoPublishedAs].some((one) => one.toLowerCase() === wanted),
  );
  return found && familyOf(codebook, found.id) !== undefined ? found.id : undefined;
}

/**
 * A span's attributes in the words of the codebook, where those of its scheme's release are known;
 * all others come back as they are.
 */
export function attributesAsHere(codebook: Codebook, given: Attributes): Attributes {
  const translate = presetOf(codebook) && fromRelease[codebook.id];
  return translate ? translate(given) : given;
}

/** A codebook keeps the id of the scheme that it was made from, whatever is changed in it. */
function presetOf({ id }: Codebook): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

const fromRelease: Readonly<Record<string, (given: Attributes) => Attributes>> = {
  basil: fromBasil,
  babe: fromBabe,
};

const polarities = new Map<AttributeValue, string>([
  ["pos", "positive"],
  ["neg", "negative"],
]);
const aims = new Map<AttributeValue, string>([
  ["dir", "direct"],
  ["ind_pro", "indirect ally"],
  ["ind_anti", "indirect opponent"],
  ["ind_general", "indirect general"],
]);
const indirectAims = new Map<AttributeValue, string>([
  ["ally", "indirect ally"],
  ["opponent", "indirect opponent"],
  ["general", "indirect general"],
]);

/** Of release 2, whose codes are those of its annotation tool. */
function fromBasil(given: Attributes): Attributes {
  const side = "indirect-ally-opponent-sentiment";
  const result: Record<string, AttributeValue> = { ...given };
  const move = (from: string, to: string, value: AttributeValue | undefined) => {
    if (value === undefined || (from !== to && to in given)) return;
    delete result[from];
    result[to] = value;
  };
  const of = (names: ReadonlyMap<AttributeValue, string>, id: string) => names.get(given[id] ?? "");
  move("polarity", "polarity", of(polarities, "polarity"));
  move("aim", "aim", of(aims, "aim"));
  const sided = given.aim === "ind" ? of(indirectAims, side) : undefined;
  if (sided !== undefined) {
    delete result[side];
    result.aim = sided;
  }
  if (given.quote === "yes" || given.quote === "no") move("quote", "in_quotation", given.quote);
  move("indirect-target-name", "indirect_target", given["indirect-target-name"]);
  return result;
}

/** The release spells its labels in several ways. */
function fromBabe(given: Attributes): Attributes {
  const { opinion, ...others } = given;
  if (opinion === undefined) return given;
  const label = String(opinion).toLowerCase();
  const value = label.startsWith("somewhat factual")
    ? "mixed"
    : /^expresses w.*opinion$/.test(label)
      ? "expresses the writer's opinion"
      : label === "entirely factual"
        ? label
        : opinion;
  return { ...others, opinion: value };
}
