import { z } from "zod";

import { attributes, id, segmentName, wellFormed } from "./fields";
import { goldInput } from "./review";

export const articleParams = z.object({ projectId: id, articleId: id });

export const goldSpan = z.object({
  id,
  segment: segmentName,
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  family: z.string(),
  tagId: z.string(),
  attributes,
  outcome: z.string(),
  /** Pseudonyms of those who had marked exactly this. */
  supporters: z.array(z.string()),
  nAnnotators: z.int(),
  createdAt: z.string(),
  /** When it went out of use; null while it is in force. */
  retiredAt: z.string().nullable(),
  /** Null where everybody agreed. */
  decision: z
    .object({
      disagreementId: id,
      decidedBy: z.string(),
      decidedAt: z.string(),
      ruleCited: z.string().nullable(),
      comment: z.string().nullable(),
    })
    .nullable(),
});
export type GoldSpanView = z.infer<typeof goldSpan>;

export const articleGold = z.object({
  article: z.object({
    id,
    title: z.string(),
    body: z.string(),
    language: z.string(),
    sha256: z.string(),
  }),
  /** In force, in text order. */
  spans: z.array(goldSpan),
  /** Out of use, the latest to go first. */
  history: z.array(goldSpan),
  /** Disagreements that still wait for a decision. */
  nWaiting: z.int(),
  /** Layers that are handed in; what all missed can be added once there is one. */
  nLayers: z.int(),
});
export type ArticleGold = z.infer<typeof articleGold>;

/** What all annotators missed. The id is that of the decision that adds it. */
export const missedSpanBody = z.strictObject({
  id,
  span: goldInput,
  ruleCited: wellFormed(64).optional(),
  comment: wellFormed(4000).optional(),
});
export type MissedSpanBody = z.infer<typeof missedSpanBody>;
