import {
  allTags,
  type AttributeDefinition,
  type Codebook,
  type QuestionDefinition,
  type TagDefinition,
} from "./codebook";

/** What of a part can read differently, in the order in which it is shown. */
export const changedFields = [
  "title",
  "text",
  "question",
  "definition",
  "anchor",
  "positive",
  "negative",
  "decisionOrder",
  "kind",
  "values",
  "ends",
  "isRequired",
  "isPrivate",
  "isCompared",
  "snapping",
] as const;
export type ChangedField = (typeof changedFields)[number];

export type FieldChange = { field: ChangedField; before: string; after: string };

/** One difference, in words that a reader of both versions can check. */
export type CodebookChange = {
  what: "family" | "tag" | "attribute" | "rule" | "question" | "link";
  id: string;
  /** Of a tag or an attribute; null for what belongs to the whole codebook. */
  familyId: string | null;
  kind: "added" | "removed" | "retired" | "unretired" | "changed";
  /** What reads differently; empty where a kind says it all. */
  fields: readonly FieldChange[];
};

/** A part of a codebook by what it is and where, with what is readable of it. */
type Part = {
  what: CodebookChange["what"];
  id: string;
  familyId: string | null;
  isRetired: boolean;
  fields: Readonly<Partial<Record<ChangedField, string>>>;
};

/**
 * What differs between two versions: families, tags, attributes, rules, questions and links, each
 * by its id; in the order of `after`, then what it lacks. A tag that moves to another family is
 * removed there and added here. Whatever isn't shown to people (the id and name of the version)
 * isn't compared. Cost: linear in both.
 */
export function diffCodebooks(before: Codebook, after: Codebook): CodebookChange[] {
  const old = new Map(partsOf(before).map((part) => [keyOf(part), part]));
  const changes: CodebookChange[] = [];
  const seen = new Set<string>();
  for (const part of partsOf(after)) {
    seen.add(keyOf(part));
    const was = old.get(keyOf(part));
    const { what, id, familyId } = part;
    if (!was) {
      changes.push({ what, id, familyId, kind: "added", fields: [] });
      continue;
    }
    const fields = fieldChanges(was.fields, part.fields);
    if (part.isRetired !== was.isRetired) {
      changes.push({ what, id, familyId, kind: part.isRetired ? "retired" : "unretired", fields });
    } else if (fields.length > 0) {
      changes.push({ what, id, familyId, kind: "changed", fields });
    }
  }
  for (const [key, { what, id, familyId }] of old) {
    if (!seen.has(key)) changes.push({ what, id, familyId, kind: "removed", fields: [] });
  }
  return changes;
}

function keyOf({ what, familyId, id }: Part): string {
  return `${what}\n${familyId ?? ""}\n${id}`;
}

function fieldChanges(before: Part["fields"], after: Part["fields"]): FieldChange[] {
  return changedFields.flatMap((field) => {
    const change = { field, before: before[field] ?? "", after: after[field] ?? "" };
    return change.before === change.after ? [] : [change];
  });
}

function partsOf(codebook: Codebook): Part[] {
  const whole = { familyId: null, isRetired: false };
  return [
    ...codebook.families.flatMap((family): Part[] => {
      const { id, question, anchor, decisionOrder, isCompared = true } = family;
      const fields = {
        ...{ question, anchor, decisionOrder: decisionOrder.join(" → ") },
        isCompared: isCompared ? "yes" : "no",
      };
      return [
        { what: "family", id, ...whole, fields },
        ...allTags({ ...codebook, families: [family] }).map(({ tag }) => tagPart(id, tag)),
        ...family.attributes.map((attribute) => attributePart(id, attribute)),
      ];
    }),
    ...codebook.commonAttributes.map((attribute) => attributePart(null, attribute)),
    ...codebook.rules.map(({ id, title, text }): Part => {
      return { what: "rule", id, ...whole, fields: { title, text } };
    }),
    ...codebook.questions.map(questionPart),
    ...codebook.linkTypes.map((id): Part => ({ what: "link", id, ...whole, fields: {} })),
  ];
}

function tagPart(familyId: string, tag: TagDefinition): Part {
  const { id, definition, positive, negative, snapping, isRetired = false } = tag;
  const fields = {
    definition,
    positive: positive.join("\n"),
    negative: negative.join("\n"),
    snapping: snapping ?? "",
  };
  return { what: "tag", id, familyId, isRetired, fields };
}

function attributePart(familyId: string | null, attribute: AttributeDefinition): Part {
  const { id, kind, isRequired = false } = attribute;
  const values = "values" in attribute ? attribute.values.join(", ") : "";
  const fields = { kind, values, isRequired: isRequired ? "yes" : "no" };
  return { what: "attribute", id, familyId, isRetired: false, fields };
}

function questionPart({ id, question, kind, values, ends, ...rest }: QuestionDefinition): Part {
  const fields = {
    question,
    kind,
    values: values.join(", "),
    ends: ends ? `${ends.low} – ${ends.high}` : "",
    isRequired: rest.isRequired ? "yes" : "no",
    isPrivate: rest.isPrivate ? "yes" : "no",
  };
  return { what: "question", id, familyId: null, isRetired: false, fields };
}
