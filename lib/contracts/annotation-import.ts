import { z } from "zod";

import { importProblem } from "./articles";
import { facts, id } from "./fields";

/**
 * What became of one file's spans on one article; `alreadyThere` ones were imported before, or stand
 * where another span of the files does.
 */
export const importedLayer = z.object({
  file: z.string(),
  articleId: id,
  title: z.string(),
  /** Null in a dry run of what isn't assigned yet. */
  assignmentId: id.nullable(),
  kept: z.int(),
  moved: z.int(),
  uncertain: z.int(),
  lost: z.int(),
  alreadyThere: z.int(),
  isSubmitted: z.boolean(),
});
export type ImportedLayerResult = z.infer<typeof importedLayer>;

/** A span that isn't exactly where it was, isn't at all, or has become one with another of the files. */
export const importedSpanReport = z.object({
  file: z.string(),
  line: z.int(),
  tag: z.string(),
  result: z.enum(["moved", "uncertain", "lost", "alreadyThere"]),
  /** What it marks now; for a lost one, what it marked. */
  quote: z.string().nullable(),
  /** Why, in English. */
  reason: z.string(),
  /** Why, as a stable code: by it and the facts the reason can be said in other languages. */
  reasonCode: z.string().optional(),
  facts: facts.optional(),
});
export type ImportedSpanReport = z.infer<typeof importedSpanReport>;

export const annotationImportResult = z.object({
  dryRun: z.boolean(),
  isStored: z.boolean(),
  layers: z.array(importedLayer),
  /** At most 1,000. */
  spans: z.array(importedSpanReport),
  /** Each tag of the files and what it becomes; null is left out. */
  tags: z.array(z.object({ tag: z.string(), tagId: z.string().nullable(), count: z.int() })),
  /** Whose work the files hold, in their words; none where they don't tell. */
  people: z.array(z.string()),
  notes: z.array(z.string()),
  /** The notes one by one, with why: by it and its facts they can be said in other languages. */
  explainedNotes: z.array(
    z.object({
      /** Null where it is about all of them. */
      file: z.string().nullable(),
      message: z.string(),
      reason: z.string().optional(),
      facts: facts.optional(),
    }),
  ),
  errors: z.array(importProblem),
});
export type AnnotationImportResult = z.infer<typeof annotationImportResult>;
