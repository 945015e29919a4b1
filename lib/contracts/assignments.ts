import { z } from "zod";

import type { Codebook } from "../domain/codebook/codebook";
import { fieldSentences } from "../domain/field-sentences";
import { doubtfulSpan } from "./article-detail";
import { codebook } from "./codebook";
import { id, listQuery, page, wellFormed } from "./fields";
import { span } from "./operations";
import { reopenRequest } from "./reopening";

export const assignmentStatus = z.enum(["assigned", "in_progress", "submitted", "returned"]);

export const planBody = z.strictObject({
  articleIds: z.array(id).min(1).max(5000),
  annotatorIds: z.array(id).min(1).max(500),
  perArticle: z.int().min(1).max(20),
  seed: z.int().min(0).max(2_147_483_647).default(1),
  /** `true` shows the plan and the load, and stores nothing. */
  dryRun: z.boolean().default(false),
});

export const assignmentItem = z.object({
  id,
  projectId: id,
  articleId: id,
  annotatorId: id.optional(),
  annotatorName: z.string().optional(),
  articleTitle: z.string(),
  projectName: z.string(),
  status: assignmentStatus,
  revision: z.int(),
  nSpans: z.int(),
  nCodePoints: z.int(),
  submittedAt: z.string().nullable(),
  /** Whether outlet, address and date were hidden until the first submission; null before it. */
  wasOutletBlind: z.boolean().nullable(),
  /** Why an admin gave the layer back; null unless it is returned with a word. */
  returnNote: z.string().nullable(),
  /** The annotator's latest wish to have it back. */
  reopenRequest: reopenRequest.nullable(),
});
export type AssignmentItem = z.infer<typeof assignmentItem>;

export const planResult = z.object({
  created: z.int(),
  dryRun: z.boolean(),
  load: z.array(z.object({ annotatorId: id, name: z.string(), before: z.int(), added: z.int() })),
  shortages: z.array(z.object({ articleId: id, missing: z.int() })),
  items: z.array(z.object({ articleId: id, annotatorId: id })),
});
export type PlanResult = z.infer<typeof planResult>;

export const queueQuery = z.object({ ...listQuery, status: assignmentStatus.optional() });
export const assignmentPage = page(assignmentItem);

/** Notes by hint: what the annotator looked at again and left as it is. */
const overruledHints = z
  .record(wellFormed(200), wellFormed(2000))
  .refine((notes) => Object.keys(notes).length <= 5000, { error: fieldSentences.hints_too_many });
export type OverruledHints = z.infer<typeof overruledHints>;

export const answer = z.object({
  questionId: z.string(),
  value: z.union([z.string(), z.array(z.string())]),
});

export const assignmentDetail = z.object({
  id,
  projectId: id,
  projectName: z.string(),
  status: assignmentStatus,
  revision: z.int(),
  nothingFound: z.boolean(),
  article: z.object({
    id,
    title: z.string(),
    body: z.string(),
    /** Null until submission when the project reads outlet-blind. */
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    publishedOn: z.string().nullable(),
    language: z.string(),
    sha256: z.string(),
  }),
  codebook,
  codebookVersion: z.int(),
  snapping: z.string(),
  /** Whether the project shows annotators after submission how their work compares with gold. */
  hasTrainingFeedback: z.boolean(),
  spans: z.array(span),
  answers: z.array(answer),
  overruledHints,
  /** Of the spans taken over from an older version of the article, those to look at again. */
  doubtfulSpans: z.array(doubtfulSpan),
  ...assignmentItem.pick({ returnNote: true, reopenRequest: true }).shape,
});
export type AssignmentDetail = Omit<z.infer<typeof assignmentDetail>, "codebook"> & {
  codebook: Codebook;
};

export const submitBody = z.strictObject({
  nothingFound: z.boolean().default(false),
  answers: z
    .record(wellFormed(64), z.union([wellFormed(4000), z.array(wellFormed(200)).max(50)]))
    .default({}),
  overruledHints: overruledHints.optional(),
  /** Since the last submission; the server adds them up. */
  activeSeconds: z.int().min(0).max(1_000_000).optional(),
});

export const assignmentState = z.object({ id, status: assignmentStatus, revision: z.int() });
export type AssignmentState = z.infer<typeof assignmentState>;

export const assignmentParams = z.object({ assignmentId: id });

/** How far an annotator is in one project. */
export const projectProgress = z.object({
  projectId: id,
  projectName: z.string(),
  nAssignments: z.int(),
  byStatus: z.record(assignmentStatus, z.int()),
  /** In articles that aren't submitted. */
  nRemainingCharacters: z.int(),
  /** From the annotator's own active seconds per character on submitted articles. */
  remaining: z.union([
    z.object({ seconds: z.number() }),
    z.object({ seconds: z.null(), reason: z.literal("too_few_measured") }),
  ]),
});
export type ProjectProgress = z.infer<typeof projectProgress>;

export const progress = z.object({
  items: z.array(projectProgress),
  /** What to go on with: returned before begun before new. */
  next: assignmentItem.nullable(),
});
export type Progress = z.infer<typeof progress>;
