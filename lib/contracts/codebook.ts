import { z } from "zod";

import { clashingAttributes } from "../domain/codebook/clashing-attributes";
import type { Codebook } from "../domain/codebook/codebook";
import { changedFields, type CodebookChange } from "../domain/codebook/diff-codebooks";
import type { TagMapping } from "../domain/codebook/presets/preset";
import { presetIds } from "../domain/codebook/presets/preset-ids";
import { fieldSentences } from "../domain/field-sentences";
import { snappings } from "../domain/text/snap-range";
import { id, listQuery, page, wellFormed } from "./fields";

const text = wellFormed(4000);
const tagId = wellFormed(64).regex(/^[A-Za-z][A-Za-z0-9_-]*$/, fieldSentences.id_malformed);

const common = { id: tagId, isRequired: z.boolean().optional() };
const choices = z
  .array(text)
  .min(1)
  .refine((values) => isOnce(values), fieldSentences.choice_repeated)
  .refine((values) => values.every((one) => one.trim() !== ""), fieldSentences.choice_empty);
const steps = z
  .array(z.number())
  .min(1)
  .refine((values) => isRising(values), fieldSentences.steps_not_rising);
const attribute = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("enum"), values: choices }),
  z.strictObject({ ...common, kind: z.literal("ordinal"), values: steps }),
  z.strictObject({ ...common, kind: z.literal("text") }),
  z.strictObject({ ...common, kind: z.literal("entity") }),
]);

const tag = z.strictObject({
  id: tagId,
  definition: text,
  positive: z.array(text),
  negative: z.array(text),
  snapping: z.enum(snappings).optional(),
  isRetired: z.boolean().optional(),
});

const question = z
  .strictObject({
    id: tagId,
    question: text,
    kind: z.enum(["single", "multiple", "text", "ordinal"]),
    values: z.array(text),
    ends: z.strictObject({ low: text, high: text }).optional(),
    isRequired: z.boolean(),
    isPrivate: z.boolean().optional(),
  })
  .refine(({ kind, values }) => kind === "text" || values.length > 0, {
    error: fieldSentences.choices_missing,
    path: ["values"],
  })
  .refine(({ values }) => isOnce(values), {
    error: fieldSentences.choice_repeated,
    path: ["values"],
  })
  .refine(({ kind, values }) => kind !== "ordinal" || isScale(values), {
    error: fieldSentences.scale_malformed,
    path: ["values"],
  })
  .refine(({ kind, ends }) => (kind === "ordinal") === (ends !== undefined), {
    error: fieldSentences.scale_ends_misplaced,
    path: ["ends"],
  });

function isScale(values: readonly string[]): boolean {
  return (
    values.length > 1 &&
    values.every((value) => /^(0|-?[1-9]\d{0,5})$/.test(value)) &&
    isRising(values.map(Number))
  );
}

function isOnce(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));
}

const family = z
  .strictObject({
    id: tagId,
    question: text,
    anchor: text,
    isCompared: z.boolean().optional(),
    tags: z.array(tag).min(1).max(60),
    attributes: z.array(attribute),
    decisionOrder: z.array(tagId),
  })
  .refine(
    ({ tags, decisionOrder }) => decisionOrder.every((one) => tags.some((t) => t.id === one)),
    {
      error: fieldSentences.foreign_tag_in_order,
      path: ["decisionOrder"],
    },
  );

export const codebook = z
  .strictObject({
    id: wellFormed(64),
    version: wellFormed(32),
    families: z.array(family).min(1).max(12),
    commonAttributes: z.array(attribute),
    linkTypes: z.array(tagId),
    rules: z.array(z.strictObject({ id: tagId, title: text, text })),
    questions: z.array(question),
  })
  .refine(({ families }) => isOnce(families.flatMap(({ tags }) => tags.map((one) => one.id))), {
    error: fieldSentences.tag_id_repeated,
    path: ["families"],
  })
  .refine(({ families }) => isOnce(families.map((one) => one.id)), {
    error: fieldSentences.family_id_repeated,
    path: ["families"],
  })
  .refine(({ rules }) => isOnce(rules.map((one) => one.id)), {
    error: fieldSentences.rule_id_repeated,
    path: ["rules"],
  })
  .refine(({ questions }) => isOnce(questions.map((one) => one.id)), {
    error: fieldSentences.question_id_repeated,
    path: ["questions"],
  })
  .refine(({ linkTypes }) => isOnce(linkTypes), {
    error: fieldSentences.link_type_repeated,
    path: ["linkTypes"],
  })
  .superRefine((definition, context) => {
    for (const { path, reason } of clashingAttributes(definition)) {
      context.addIssue({ code: "custom", path, message: fieldSentences[reason] });
    }
  });

export const codebookVersion = z.object({
  id: z.uuid(),
  number: z.int(),
  definition: codebook,
});

export const publishQuery = z.object({
  /** The version that the change was made from; a newer one by now is a conflict. */
  baseNumber: z.coerce.number().int().min(1).optional(),
  /** `true` answers what publishing would do, and stores nothing. */
  dryRun: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true"),
});

const change = z.object({
  what: z.enum(["family", "tag", "attribute", "rule", "question", "link"]),
  id: z.string(),
  /** Of a tag or an attribute; null for what belongs to the whole codebook. */
  familyId: z.string().nullable(),
  kind: z.enum(["added", "removed", "retired", "unretired", "changed"]),
  fields: z.array(
    z.object({ field: z.enum(changedFields), before: z.string(), after: z.string() }),
  ),
});

export const touchedTag = z.object({
  tagId: z.string(),
  isRetired: z.boolean(),
  isRedefined: z.boolean(),
  nSpans: z.int(),
});
export type TouchedTag = z.infer<typeof touchedTag>;

/** `id` is null for a dry run. */
export const publishResult = z.object({
  id: id.nullable(),
  number: z.int(),
  definition: codebook,
  changes: z.array(change),
  /** Spans made under older versions whose tag has been redefined or retired since. */
  touched: z.array(touchedTag),
});
export type PublishResult = Omit<z.infer<typeof publishResult>, "definition" | "changes"> & {
  definition: Codebook;
  changes: CodebookChange[];
};

export const codebookVersionItem = z.object({
  id,
  number: z.int(),
  createdAt: z.string(),
  /** Assignments that were made with it; they keep it. */
  nAssignments: z.int(),
  nTags: z.int(),
  nRetired: z.int(),
  /** How many differences there are to the version before; null for the first. */
  nChanges: z.int().nullable(),
});
export type CodebookVersionItem = z.infer<typeof codebookVersionItem>;
export const codebookVersionPage = page(codebookVersionItem);
export const codebookListQuery = z.object(listQuery);

export const versionNumber = z.coerce.number().int().min(1).max(1_000_000);
export const codebookVersionParams = z.object({ projectId: id, number: versionNumber });
export const changesQuery = z.object({ from: versionNumber, to: versionNumber });
export const codebookChanges = z.object({
  from: z.int(),
  to: z.int(),
  changes: z.array(change),
});
export type CodebookChanges = { from: number; to: number; changes: CodebookChange[] };

/** Of pages: what to show of the versions. */
export const codebookPageQuery = z.object({ version: versionNumber.optional() });
export const codebookHistoryPageQuery = z.object({
  ...listQuery,
  from: versionNumber.optional(),
  to: versionNumber.optional(),
});

export const touchedQuery = z.object({ ...listQuery, tag: wellFormed(64).optional() });
export const touchedSpan = z.object({
  id,
  assignmentId: id,
  articleId: id,
  articleTitle: z.string(),
  /** Pseudonym. */
  annotator: z.string(),
  tagId: z.string(),
  segment: z.enum(["title", "body"]),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  /** The version it was made under. */
  codebookVersion: z.int(),
  isRetired: z.boolean(),
  isRedefined: z.boolean(),
});
export type TouchedSpan = z.infer<typeof touchedSpan>;
export const touchedPage = page(touchedSpan);

export const presetId = z.enum(presetIds);
export const presetSummary = z.object({
  id: presetId,
  title: z.string(),
  about: z.string(),
  citation: z.string(),
  url: z.string(),
  licence: z.string(),
  nFamilies: z.int(),
  nTags: z.int(),
});
export type PresetSummary = z.infer<typeof presetSummary>;
export const presetPage = page(presetSummary);
export const preset = presetSummary.extend({
  definition: codebook,
  /** What each tag of the preset comes closest to in the default codebook; may be nothing. */
  mapping: z.array(
    z.object({ tagId: z.string(), publishedAs: z.string(), toDefault: z.array(z.string()) }),
  ),
});
export type PresetDetail = PresetSummary & { definition: Codebook; mapping: TagMapping[] };
export const presetParams = z.object({ presetId });
