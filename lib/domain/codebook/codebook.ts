import type { Snapping } from "../text/snap-range";

export type TagDefinition = {
  /** Immutable for ever; display text may change, ids may not. */
  id: string;
  definition: string;
  positive: readonly string[];
  negative: readonly string[];
  /** What a selection widens to for this tag, when the annotator has chosen nothing else. */
  snapping?: Snapping | undefined;
  /** No longer offered to new work; spans that have it keep it, in exports and statistics too. */
  isRetired?: boolean | undefined;
};

/** How an attribute is asked for: a closed list, an ordered number scale, free text, or an entity name. */
export type AttributeDefinition = {
  id: string;
  /** Asked for again before submission when it is missing; never a reason to refuse a span. */
  isRequired?: boolean | undefined;
} & (
  | { kind: "enum"; values: readonly string[] }
  | { kind: "ordinal"; values: readonly number[] }
  | { kind: "text" }
  | { kind: "entity" }
);

export type FamilyDefinition = {
  id: string;
  question: string;
  anchor: string;
  /**
   * False where spans only serve others, as claims that attributions lead to: the family then has
   * no disagreements, no gold and no agreement. Left out, it is true.
   */
  isCompared?: boolean | undefined;
  tags: readonly TagDefinition[];
  attributes: readonly AttributeDefinition[];
  decisionOrder: readonly string[];
};

export type RuleDefinition = { id: string; title: string; text: string };

export type QuestionDefinition = {
  id: string;
  question: string;
  /** `ordinal` is a scale: its values are whole numbers as text, lowest first. */
  kind: "single" | "multiple" | "text" | "ordinal";
  /** What can be chosen; empty for `text`. */
  values: readonly string[];
  /** Of an ordinal question: what its first and its last value mean. */
  ends?: { low: string; high: string } | undefined;
  isRequired: boolean;
  /**
   * About the annotator rather than the article, such as a feeling they had before reading: kept
   * apart from the other answers, and left out of files that leave the project.
   */
  isPrivate?: boolean | undefined;
};

export type Codebook = {
  id: string;
  version: string;
  families: readonly FamilyDefinition[];
  commonAttributes: readonly AttributeDefinition[];
  linkTypes: readonly string[];
  rules: readonly RuleDefinition[];
  questions: readonly QuestionDefinition[];
};

/** The families that annotators are to agree on. */
export function comparedFamilies(codebook: Codebook): FamilyDefinition[] {
  return codebook.families.filter(({ isCompared }) => isCompared !== false);
}

/** The tags that new work may use, in the order of their definition. */
export function offeredTags(family: FamilyDefinition): TagDefinition[] {
  return family.tags.filter(({ isRetired }) => !isRetired);
}

/** Whether new work may no longer use the tag. A tag that the codebook doesn't know isn't retired. */
export function isRetiredTag(codebook: Codebook, tagId: string): boolean {
  return codebook.families.some(({ tags }) =>
    tags.some((tag) => tag.id === tagId && tag.isRetired),
  );
}

/** Every tag of the codebook with its family's id, retired ones included. */
export function allTags(codebook: Codebook): { familyId: string; tag: TagDefinition }[] {
  return codebook.families.flatMap(({ id, tags }) => tags.map((tag) => ({ familyId: id, tag })));
}

/** The family a tag belongs to, or undefined for a tag the codebook does not know. */
export function familyOf(codebook: Codebook, tagId: string): string | undefined {
  return codebook.families.find((family) => family.tags.some((tag) => tag.id === tagId))?.id;
}

/** Whether an attribute is the annotator's remark to colleagues, which files hold on request alone. */
export function isNote(attributeId: string): boolean {
  return attributeId === "note";
}

/** All attributes a span of `familyId` may carry: the family's own, then the common ones. */
export function attributesOf(codebook: Codebook, familyId: string): AttributeDefinition[] {
  const family = codebook.families.find(({ id }) => id === familyId);
  return [...(family?.attributes ?? []), ...codebook.commonAttributes];
}

/** Every attribute id of the codebook, once, in the order of its definition. */
export function attributeIds(codebook: Codebook): string[] {
  const all = [...codebook.families.flatMap((f) => f.attributes), ...codebook.commonAttributes];
  return [...new Set(all.map(({ id }) => id))];
}
