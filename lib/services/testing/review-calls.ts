import { v7 as uuidv7 } from "uuid";

import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/policy";
import { decide } from "../decisions";
import { listInboxChoices } from "../review";
import { appeal } from "../review-appeals";
import { readMentions } from "../review-comments";
import { joinDiscussion, openDiscussion } from "../review-discussion";
import { getDiscussion } from "../review-discussion-view";
import { findOwnSubmission, getFeedback } from "../review-feedback";
import { openDiscussionEvents } from "../review-live";
import { addMissedSpan } from "../review-missed";
import { undoDecision } from "../review-undo";
import { listSavedViews, removeSavedView, saveView } from "../review-views";
import { addOf } from "./make-operations";
import { at } from "./make-project";
import type { ReviewedProject } from "./make-reviewed-project";

type Call = {
  name: string;
  allowed: readonly Role[];
  call: (actor: Actor, place: ReviewedProject) => Promise<unknown>;
};

const reviewers: readonly Role[] = ["admin", "reviewer"];
const view = () => ({ id: uuidv7(), name: "Open", query: {}, isShared: false });

/** @returns the id of a decision that stands */
async function decideOnce({ actors, disagreementId, currentRevision }: ReviewedProject) {
  const input = { id: uuidv7(), outcome: "reject", baseRevision: await currentRevision() } as const;
  await decide(actors.admin, disagreementId, input);
  return input.id;
}

/** Services about views, discussions and feedback, with who may call them. */
export const reviewCalls: readonly Call[] = [
  {
    name: "listInboxChoices",
    allowed: reviewers,
    call: (actor, { projectId }) => listInboxChoices(actor, projectId, {}),
  },
  {
    name: "listSavedViews",
    allowed: reviewers,
    call: (actor, { projectId }) => listSavedViews(actor, projectId),
  },
  {
    name: "saveView",
    allowed: reviewers,
    call: (actor, { projectId }) => saveView(actor, projectId, view()),
  },
  {
    name: "removeSavedView",
    allowed: reviewers,
    call: async (actor, { projectId }) => {
      const mine = view();
      await saveView(actor, projectId, mine);
      await removeSavedView(actor, projectId, mine.id);
    },
  },
  {
    name: "openDiscussion",
    allowed: reviewers,
    call: (actor, { disagreementId }) => openDiscussion(actor, disagreementId, true),
  },
  {
    name: "addMissedSpan",
    allowed: reviewers,
    call: async (actor, { projectId, articleId }) => {
      const { id: _, ...span } = addOf({ quote: "refusal", tagId: "LOADED" }).span;
      const id = uuidv7();
      await addMissedSpan(actor, projectId, articleId, { id, span });
      // Gold has a tag in a place only once, and the next caller adds it as well.
      await undoDecision(actor, id, { id: uuidv7(), decisionId: id });
    },
  },
  {
    name: "readMentions",
    allowed: ["admin", "reviewer", "annotator"],
    call: async (actor, { actors, disagreementId }) => {
      await openDiscussion(actors.admin, disagreementId, true);
      await readMentions(actor, disagreementId, [uuidv7()]);
    },
  },
  {
    name: "openDiscussionEvents",
    allowed: ["admin", "reviewer", "annotator"],
    call: async (actor, { actors, disagreementId }) => {
      await openDiscussion(actors.admin, disagreementId, true);
      const isSignedIn = () => Promise.resolve(true);
      await (await openDiscussionEvents(actor, disagreementId, isSignedIn)).cancel();
    },
  },
  ...[joinDiscussion, getDiscussion].map((join): Call => ({
    name: join.name,
    allowed: ["admin", "reviewer", "annotator"],
    call: async (actor, { actors, disagreementId }) => {
      await openDiscussion(actors.admin, disagreementId, true);
      await join(actor, disagreementId);
    },
  })),
  {
    name: "findOwnSubmission",
    allowed: ["annotator"],
    call: (actor, { assignmentIds }) =>
      findOwnSubmission(actor, at(assignmentIds, 0), "feedback.read"),
  },
  {
    name: "getFeedback",
    allowed: ["annotator"],
    call: async (actor, place) => {
      await decideOnce(place);
      await getFeedback(actor, at(place.assignmentIds, 0));
    },
  },
  {
    name: "appeal",
    allowed: ["annotator"],
    call: async (actor, place) => {
      const decisionId = await decideOnce(place);
      const body = { id: uuidv7(), decisionId, reason: "It judges." };
      await appeal(actor, at(place.assignmentIds, 0), body);
    },
  },
];
