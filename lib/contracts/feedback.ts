import { z } from "zod";

import { fieldSentences } from "../domain/field-sentences";
import { comment } from "./comments";
import { attributes, id, page, segmentName, wellFormed } from "./fields";
import { appeal, disagreementKind, disagreementMember, disagreementStatus } from "./review";

const place = { segment: segmentName, start: z.int(), end: z.int(), quote: z.string() };
const marked = z.object({ id, ...place, tagId: z.string(), attributes });

export const findingKind = z.enum(["found", "boundary_differs", "other_tag", "missed", "extra"]);

/** What a reviewer decided, as far as the annotator is told. */
const verdict = z.object({
  id,
  disagreementId: id,
  outcome: z.string(),
  ruleCited: z.string().nullable(),
  comment: z.string().nullable(),
  decidedBy: z.string(),
  decidedAt: z.string(),
});

export const finding = z.object({
  kind: findingKind,
  /** The annotator's own span; null where it was missed. */
  mark: marked.nullable(),
  /** What gold says; null where gold has nothing, unless that was turned down by a decision. */
  gold: marked.extend({ outcome: z.string() }).nullable(),
  differingAttributes: z.array(z.string()),
  /** Null where everybody agreed. */
  decision: verdict.nullable(),
  /** One's own appeals in this place, the first first. */
  appeals: z.array(appeal),
  /** Whether the decision stands and one hasn't appealed against it yet. */
  mayAppeal: z.boolean(),
});
export type FeedbackFinding = z.infer<typeof finding>;

const counts = z.object({
  found: z.int(),
  boundary_differs: z.int(),
  other_tag: z.int(),
  missed: z.int(),
  extra: z.int(),
});

export const feedback = z.object({
  assignmentId: id,
  projectId: id,
  projectName: z.string(),
  articleId: id,
  articleTitle: z.string(),
  /** In text order. */
  findings: z.array(finding),
  counts,
  /** Own spans, or appealed decisions, that wait for a reviewer; they are not judged above. */
  waiting: z.array(
    z.object({
      disagreementId: id,
      family: z.string(),
      marks: z.array(marked),
      appeals: z.array(appeal),
    }),
  ),
  /** The rules that were cited, with what they say. */
  rules: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
});
export type Feedback = z.infer<typeof feedback>;

/** What came of one submitted article; `counts` is null until something of it is decided. */
export const feedbackDigest = z.object({
  assignmentId: id,
  projectName: z.string(),
  articleTitle: z.string(),
  counts: counts.nullable(),
  /** Findings that gold changed, turned down or added to, and that may be appealed against. */
  nChanged: z.int(),
  nWaiting: z.int(),
});
export type FeedbackDigest = z.infer<typeof feedbackDigest>;
export const feedbackPage = page(feedbackDigest);

export const appealBody = z.strictObject({
  id,
  decisionId: id,
  reason: wellFormed(4000).trim().min(1, fieldSentences.appeal_reason_missing),
});
export type AppealBody = z.infer<typeof appealBody>;

export const discussionBody = z.strictObject({ isOpen: z.boolean() });
export const discussionState = z.object({ isOpen: z.boolean() });

/** A disagreement as its annotators see it once they are let in: its quotes, and what is said. */
export const discussion = z.object({
  disagreementId: id,
  projectId: id,
  articleTitle: z.string(),
  family: z.string(),
  kind: disagreementKind,
  status: disagreementStatus,
  /** The paragraphs around it. */
  passage: z.string(),
  members: z.array(disagreementMember),
  /** The reader's own pseudonym. */
  viewer: z.string(),
  items: z.array(comment),
});
export type DiscussionView = z.infer<typeof discussion>;

export const openDiscussion = z.object({
  disagreementId: id,
  projectName: z.string(),
  articleTitle: z.string(),
  quotes: z.array(z.string()),
  nComments: z.int(),
  /** Comments that speak to the reader, who hasn't seen them. */
  nUnreadMentions: z.int(),
});
export type OpenDiscussion = z.infer<typeof openDiscussion>;
export const openDiscussionList = z.object({ items: z.array(openDiscussion) });
