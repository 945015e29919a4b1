import { z } from "zod";

import { fieldSentences } from "../domain/field-sentences";
import { attributes, id, listQuery, page, segmentName, wellFormed } from "./fields";

export const disagreementKind = z.enum([
  "one_sided",
  "boundary",
  "tag",
  "boundary_and_tag",
  "attribute",
  /** Nobody marked it: a reviewer saw it and added it to gold. It has no members. */
  "missed",
]);
export const disagreementStatus = z.enum(["open", "decided", "stale"]);
export const outcome = z.enum(["accept", "edit", "add", "reject", "both_defensible", "unresolved"]);

export const goldInput = z.strictObject({
  segment: segmentName,
  start: z.int().min(0),
  end: z.int().min(1),
  quote: wellFormed(200_000).min(1),
  tagId: wellFormed(64),
  attributes: attributes.default({}),
});
export type GoldInput = z.infer<typeof goldInput>;

/** `accept` names one annotator's spans, `edit` and `add` give the gold spans; the rest carry none. */
export const decisionBody = z
  .strictObject({
    id,
    outcome,
    spans: z.array(goldInput).max(50).optional(),
    ruleCited: wellFormed(64).optional(),
    comment: wellFormed(4000).optional(),
    baseRevision: z.int().min(0),
  })
  .refine(
    ({ outcome, spans }) =>
      !["accept", "edit", "add"].includes(outcome) || (spans !== undefined && spans.length > 0),
    { error: fieldSentences.gold_spans_missing, path: ["spans"] },
  );
export type DecisionBody = z.infer<typeof decisionBody>;

/** Takes back the last decision on a disagreement, which has to be one's own. */
export const undoBody = z.strictObject({ id, decisionId: id });
export type UndoBody = z.infer<typeof undoBody>;

export const decision = z.object({
  id,
  /** `undone`, which can't be asked for, takes the decision it supersedes back. */
  outcome: z.string(),
  spans: z.array(goldInput),
  ruleCited: z.string().nullable(),
  comment: z.string().nullable(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  baseRevision: z.int(),
  supersedesId: z.string().nullable(),
});

export const disagreementMember = z.object({
  spanId: id,
  /** Project pseudonym, never a name. */
  annotator: z.string(),
  tagId: z.string(),
  segment: segmentName,
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  attributes,
});

export const disagreementItem = z.object({
  id,
  projectId: id,
  articleId: id,
  articleTitle: z.string(),
  family: z.string(),
  kind: disagreementKind,
  status: disagreementStatus,
  revision: z.int(),
  segment: segmentName,
  start: z.int(),
  end: z.int(),
  /** How split the annotators are, in bits. */
  information: z.number(),
  /** How many handed the article in, whoever marked nothing here included. */
  nAnnotators: z.int(),
  /** The article's outlet. */
  outlet: z.string().nullable(),
  /** Whether an annotator appealed against the decision that stood last. */
  isAppealed: z.boolean(),
  members: z.array(disagreementMember),
});
export type DisagreementItem = z.infer<typeof disagreementItem>;

export const appeal = z.object({
  id,
  decisionId: id,
  /** Project pseudonym, never a name. */
  annotator: z.string(),
  reason: z.string(),
  createdAt: z.string(),
});
export type AppealItem = z.infer<typeof appeal>;

export const disagreementDetail = disagreementItem.extend({
  segmentText: z.string(),
  article: z.object({ title: z.string(), body: z.string(), language: z.string() }),
  /** Pseudonyms of everybody who submitted the article, in an order of the disagreement's own. */
  annotators: z.array(z.string()),
  votes: z.array(z.object({ tagId: z.string().nullable(), annotators: z.array(z.string()) })),
  decisions: z.array(decision),
  appeals: z.array(appeal),
  /** The next that waits in the view that was asked for. */
  nextOpenId: z.string().nullable(),
});
export type DisagreementDetail = z.infer<typeof disagreementDetail>;

/** Which disagreements, and in which order. */
const viewFields = {
  status: disagreementStatus.optional(),
  kind: disagreementKind.optional(),
  family: wellFormed(64).optional(),
  tag: wellFormed(64).optional(),
  /** Some chose this tag where others chose another: `tag`, if that is given. */
  confusedWith: wellFormed(64).optional(),
  /** Week of ISO 8601 in which the article's last layer was handed in. */
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/, fieldSentences.week_malformed)
    .optional(),
  /** Number of the newest codebook version among the article's layers. */
  codebookVersion: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  article: id.optional(),
  outlet: wellFormed(500).optional(),
  /** Pseudonyms with commas between them: all of them handed the article in. */
  annotators: z
    .string()
    .regex(/^[AR]\d{1,9}(,[AR]\d{1,9}){0,49}$/, fieldSentences.pseudonyms_malformed)
    .optional(),
  /** `me`: where somebody spoke to the reader in the discussion; `unread`: and they haven't seen it. */
  mentions: z.enum(["me", "unread"]).optional(),
  /**
   * As they were found, what annotators are most divided on, the most frequent confusion of tags, or
   * the article that
   * needs the fewest decisions and submissions before it can be released first.
   */
  order: z.enum(["found", "split", "confusion", "release"]).optional(),
};
export const inboxView = z.object(viewFields);
export type InboxView = z.infer<typeof inboxView>;
export const disagreementQuery = z.object({ ...listQuery, ...viewFields });
export const disagreementPage = page(disagreementItem);

export const similarItem = disagreementItem.extend({ likeness: z.enum(["phrase", "tags"]) });
export type SimilarItem = z.infer<typeof similarItem>;
export const similarList = z.object({ items: z.array(similarItem) });

export const reviewSummary = z.object({
  /** The reader's own pseudonym. */
  viewer: z.string(),
  /** In how many places somebody spoke to the reader, who hasn't seen it yet. */
  nUnreadMentions: z.int(),
  counts: z.array(z.object({ status: disagreementStatus, kind: disagreementKind, count: z.int() })),
});
export type ReviewSummary = z.infer<typeof reviewSummary>;

/** What an inbox can be filtered by that only the project knows. */
export const inboxChoices = z.object({
  outlets: z.array(z.string()),
  /** Weeks of submission, such as 2026-W05, the latest first. */
  weeks: z.array(z.string()),
  /** Numbers of the project's codebook versions. */
  codebookVersions: z.array(z.int()),
  /** Pseudonyms of everybody who annotates or did. */
  annotators: z.array(z.string()),
  /** Title of the article that was asked about. */
  articleTitle: z.string().nullable(),
});
export type InboxChoices = z.infer<typeof inboxChoices>;
export const inboxChoicesQuery = z.object({ article: id.optional() });

export const disagreementParams = z.object({ disagreementId: id });
