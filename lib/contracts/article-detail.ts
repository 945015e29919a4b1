import { z } from "zod";

import { fieldSentences } from "../domain/field-sentences";
import { editTag, facts, id } from "./fields";

const named = {
  id,
  externalId: z.string(),
  version: z.int(),
  title: z.string(),
  outlet: z.string().nullable(),
};

export const carriedSpan = z.object({
  result: z.enum(["kept", "moved", "uncertain", "lost"]),
  tagId: z.string(),
  /** What the span marks now; for a lost one, what it marked. */
  quote: z.string(),
  /** Why it isn't where it was; null for a kept one. */
  reason: z.string().nullable(),
  /** Why, as a stable code with what the words name; left out with texts carried before there were any. */
  reasonCode: z.string().optional(),
  facts: facts.optional(),
  fromSpanId: id,
  /** Null for a lost one. */
  spanId: id.nullable(),
});
export type CarriedSpan = z.infer<typeof carriedSpan>;

/** One whose annotator should look at it: it may stand in a wrong place, or has none. */
export const doubtfulSpan = carriedSpan
  .omit({ reason: true, reasonCode: true, facts: true })
  .extend({
    result: z.enum(["uncertain", "lost"]),
  });

export const articleLayer = z.object({
  assignmentId: id,
  annotatorId: id,
  annotatorName: z.string(),
  status: z.enum(["assigned", "in_progress", "submitted", "returned"]),
  nSpans: z.int(),
  /** What became of its spans when it was taken over from the older version; null if it wasn't. */
  carried: z.array(carriedSpan).nullable(),
});

export const articleDetail = z.object({
  ...named,
  body: z.string(),
  url: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string(),
  isLanguageDetected: z.boolean(),
  sha256: z.string(),
  nCodePoints: z.int(),
  createdAt: z.string(),
  editTag,
  /** All of them, this one among them, the oldest first. */
  versions: z.array(z.object({ id, version: z.int(), createdAt: z.string(), sha256: z.string() })),
  /** Null for who may not see who annotates what. */
  layers: z.array(articleLayer).nullable(),
  nearDuplicates: z.array(z.object({ ...named, resemblance: z.number() })),
});
export type ArticleDetail = z.infer<typeof articleDetail>;

export const articleParams = z.object({ projectId: id, articleId: id });
/** As BCP 47 writes it, such as en or pt-BR; "und" where nobody can tell. */
export const patchArticleBody = z.strictObject({
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, fieldSentences.language_malformed),
});

export const articleVersionResult = z.object({
  dryRun: z.boolean(),
  /** Null in a dry run. */
  articleId: id.nullable(),
  version: z.int(),
  title: z.string(),
  nCodePoints: z.int(),
  layers: z.array(
    z.object({
      annotatorId: id,
      annotatorName: z.string(),
      /** Null in a dry run. */
      assignmentId: id.nullable(),
      spans: z.array(carriedSpan),
    }),
  ),
});
export type ArticleVersionResult = z.infer<typeof articleVersionResult>;
