import type { Snapping } from "../text/snap-range";

export type TagDefinition = {
  /** Immutable for ever; display text may change, ids may not. */
  id: string;
  definition: string;
  positive: readonly string[];
  negative: readonly string[];
  /** What a selection widens to for this tag, when the annotator has chosen nothing else. */
  snapping?: Snapping | undefined;
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
  tags: readonly TagDefinition[];
  attributes: readonly AttributeDefinition[];
  decisionOrder: readonly string[];
};

export type RuleDefinition = { id: string; title: string; text: string };

export type QuestionDefinition = {
  id: string;
  question: string;
  kind: "single" | "multiple" | "text";
  values: readonly string[];
  isRequired: boolean;
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

/** The tags that new work may use, in the order of their definition. */
export function offeredTags(family: FamilyDefinition): TagDefinition[] {
  return [...family.tags];
}

/** The family a tag belongs to, or undefined for a tag the codebook does not know. */
export function familyOf(codebook: Codebook, tagId: string): string | undefined {
  return codebook.families.find((family) => family.tags.some((tag) => tag.id === tagId))?.id;
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
