import type {
  AttributeDefinition,
  Codebook,
  FamilyDefinition,
  QuestionDefinition,
  RuleDefinition,
  TagDefinition,
} from "../codebook";
import type { PresetId } from "./preset-ids";

export type PresetTag = TagDefinition & {
  /** The label in the scheme's own releases, to the letter. */
  publishedAs: string;
  /** Other labels of releases that mean the same tag. */
  alsoPublishedAs?: readonly string[] | undefined;
  /** Tags of the default codebook that come closest; empty where none does. */
  toDefault: readonly string[];
};

export type PresetFamily = Omit<FamilyDefinition, "tags"> & { tags: readonly PresetTag[] };

/** A published scheme as a codebook; names as published, definitions in words of our own. */
export type Preset = {
  id: PresetId;
  version: string;
  title: string;
  /** One sentence on what it is for. */
  about: string;
  citation: string;
  url: string;
  /** What is known of the terms of the scheme and its corpus. */
  licence: string;
  families: readonly PresetFamily[];
  linkTypes: readonly string[];
  rules: readonly RuleDefinition[];
  questions: readonly QuestionDefinition[];
};

export type TagMapping = { tagId: string; publishedAs: string; toDefault: readonly string[] };

/** What any span may carry in every preset. */
export const commonAttributes: readonly AttributeDefinition[] = [
  { id: "confidence", kind: "ordinal", values: [1, 2, 3] },
  { id: "note", kind: "text" },
  { id: "proposed_tag", kind: "text" },
];

/** The codebook that a project gets by choosing the preset. */
export function definitionOf(preset: Preset): Codebook {
  const { id, version, linkTypes, rules, questions } = preset;
  const families = preset.families.map((family) => ({
    ...family,
    tags: family.tags.map(({ publishedAs: _, alsoPublishedAs: __, toDefault: ___, ...tag }) => tag),
  }));
  return { id, version, families, commonAttributes, linkTypes, rules, questions };
}

/** A row for each tag of the preset, in order. */
export function mappingOf(preset: Preset): TagMapping[] {
  return preset.families.flatMap(({ tags }) =>
    tags.map(({ id, publishedAs, toDefault }) => ({ tagId: id, publishedAs, toDefault })),
  );
}
