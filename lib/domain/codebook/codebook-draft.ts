import { snappings } from "../text/snap-range";
import type {
  AttributeDefinition,
  Codebook,
  FamilyDefinition,
  QuestionDefinition,
  RuleDefinition,
  TagDefinition,
} from "./codebook";

export type TagDraft = {
  id: string;
  definition: string;
  positive: string;
  negative: string;
  snapping: string;
  isRetired: boolean;
  /** Added in the form: its id may still be typed. */
  isNew: boolean;
};
export type AttributeDraft = {
  id: string;
  kind: AttributeDefinition["kind"];
  values: string;
  isRequired: boolean;
};
export type FamilyDraft = {
  id: string;
  question: string;
  anchor: string;
  isCompared: boolean;
  decisionOrder: string;
  tags: TagDraft[];
  attributes: AttributeDraft[];
  isNew: boolean;
};
export type QuestionDraft = {
  id: string;
  question: string;
  kind: QuestionDefinition["kind"];
  values: string;
  low: string;
  high: string;
  isRequired: boolean;
  isPrivate: boolean;
};

/** A codebook as a form holds it: every list is text, one entry to a line. */
export type CodebookDraft = {
  id: string;
  version: string;
  families: FamilyDraft[];
  commonAttributes: AttributeDraft[];
  linkTypes: string;
  rules: RuleDefinition[];
  questions: QuestionDraft[];
};

const lines = (values: readonly (string | number)[]) => values.join("\n");
const entries = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What a form starts from. A line break within an example or a value makes two of it. */
export function toDraft(codebook: Codebook): CodebookDraft {
  return {
    id: codebook.id,
    version: codebook.version,
    families: codebook.families.map((family) => ({
      id: family.id,
      question: family.question,
      anchor: family.anchor,
      isCompared: family.isCompared ?? true,
      decisionOrder: lines(family.decisionOrder),
      tags: family.tags.map((tag) => ({
        id: tag.id,
        definition: tag.definition,
        positive: lines(tag.positive),
        negative: lines(tag.negative),
        snapping: tag.snapping ?? "",
        isRetired: tag.isRetired ?? false,
        isNew: false,
      })),
      attributes: family.attributes.map(attributeDraft),
      isNew: false,
    })),
    commonAttributes: codebook.commonAttributes.map(attributeDraft),
    linkTypes: lines(codebook.linkTypes),
    rules: [...codebook.rules],
    questions: codebook.questions.map(({ values, ends, isPrivate = false, ...question }) => ({
      ...{ ...question, values: lines(values), isPrivate },
      ...{ low: ends?.low ?? "", high: ends?.high ?? "" },
    })),
  };
}

function attributeDraft(attribute: AttributeDefinition): AttributeDraft {
  const { id, kind, isRequired = false } = attribute;
  return { id, kind, values: lines("values" in attribute ? attribute.values : []), isRequired };
}

/**
 * The codebook that a form stands for: trimmed, without empty lines, unset choices left out. It may
 * still be wrong (an id twice, a step of a scale that is no number): the contract says so.
 */
export function fromDraft(draft: CodebookDraft): Codebook {
  return {
    id: draft.id.trim(),
    version: draft.version.trim(),
    families: draft.families.map(toFamily),
    commonAttributes: draft.commonAttributes.map(toAttribute),
    linkTypes: entries(draft.linkTypes),
    rules: draft.rules.map(({ id, title, text }) => ({
      ...{ id: id.trim(), title: title.trim(), text: text.trim() },
    })),
    questions: draft.questions.map(toQuestion),
  };
}

function toFamily(family: FamilyDraft): FamilyDefinition {
  return {
    id: family.id.trim(),
    question: family.question.trim(),
    anchor: family.anchor.trim(),
    ...(family.isCompared ? {} : { isCompared: false }),
    tags: family.tags.map(toTag),
    attributes: family.attributes.map(toAttribute),
    decisionOrder: entries(family.decisionOrder),
  };
}

function toTag({ id, definition, positive, negative, ...choices }: TagDraft): TagDefinition {
  const snapping = snappings.find((one) => one === choices.snapping);
  return {
    id: id.trim(),
    definition: definition.trim(),
    positive: entries(positive),
    negative: entries(negative),
    ...(snapping ? { snapping } : {}),
    ...(choices.isRetired ? { isRetired: true } : {}),
  };
}

function toAttribute({ id, kind, values, isRequired }: AttributeDraft): AttributeDefinition {
  const common = { id: id.trim(), ...(isRequired ? { isRequired } : {}) };
  switch (kind) {
    case "enum":
      return { ...common, kind, values: entries(values) };
    case "ordinal":
      return { ...common, kind, values: entries(values).map(Number) };
    case "text":
    case "entity":
      return { ...common, kind };
  }
}

function toQuestion({ id, question, kind, values, low, high, ...choices }: QuestionDraft) {
  const { isRequired, isPrivate } = choices;
  const ends = kind === "ordinal" ? { ends: { low: low.trim(), high: high.trim() } } : {};
  return {
    id: id.trim(),
    question: question.trim(),
    kind,
    values: kind === "text" ? [] : entries(values),
    ...ends,
    isRequired,
    ...(isPrivate ? { isPrivate } : {}),
  };
}
