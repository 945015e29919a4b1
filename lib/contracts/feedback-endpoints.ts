import type { Endpoint } from "./endpoint";
import {
  appealBody,
  discussion,
  discussionBody,
  discussionState,
  feedback as feedbackResult,
  feedbackPage,
  openDiscussionList,
} from "./feedback";
import { pageQuery } from "./fields";
import { inboxChoices, inboxChoicesQuery } from "./review";
import { savedViewBody, savedViewList } from "./saved-views";

const review1 = "/api/v1/projects/{projectId}/review";
const assignment1 = "/api/v1/assignments/{assignmentId}";
const disagreement1 = "/api/v1/disagreements/{disagreementId}";

/** Views of the inbox, and what comes back to annotators from review. */
export const feedback: Endpoint[] = [
  {
    method: "get",
    path: `${review1}/choices`,
    summary: "Outlets and annotators that the inbox can be filtered by",
    query: inboxChoicesQuery,
    result: inboxChoices,
  },
  {
    method: "get",
    path: `${review1}/views`,
    summary: "One's own saved views of the inbox, and shared ones",
    result: savedViewList,
  },
  {
    method: "post",
    path: `${review1}/views`,
    summary: "Save a view under a name",
    body: savedViewBody,
    result: savedViewList,
  },
  {
    method: "delete",
    path: `${review1}/views/{viewId}`,
    summary: "Take one's own view away",
    result: savedViewList,
  },
  {
    method: "get",
    path: "/api/v1/feedback",
    summary: "What came of my submitted articles, the latest first",
    query: pageQuery,
    result: feedbackPage,
  },
  {
    method: "get",
    path: `${assignment1}/feedback`,
    summary: "My submitted layer beside gold, with the decision behind each difference",
    result: feedbackResult,
  },
  {
    method: "post",
    path: `${assignment1}/appeals`,
    summary: "Ask for a decision to be made again; once for each",
    body: appealBody,
    result: feedbackResult,
  },
  {
    method: "get",
    path: "/api/v1/discussions",
    summary: "Discussions that I was let in to as an annotator",
    result: openDiscussionList,
  },
  {
    method: "get",
    path: `${disagreement1}/discussion`,
    summary: "A discussion with the quotes that it is about",
    result: discussion,
  },
  {
    method: "post",
    path: `${disagreement1}/discussion`,
    summary: "Let the annotators of the article in, or no longer",
    body: discussionBody,
    result: discussionState,
  },
];
