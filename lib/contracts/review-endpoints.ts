import { commentBody, commentList, readBody } from "./comments";
import type { Endpoint } from "./endpoint";
import { pageQuery } from "./fields";
import { articleGold, missedSpanBody } from "./gold";
import { citedRules, precedentPage } from "./precedents";
import {
  decisionBody,
  disagreementDetail,
  disagreementPage,
  disagreementQuery,
  inboxView,
  reviewSummary,
  similarList,
  undoBody,
} from "./review";
import { presence, presenceBody } from "./review-events";

const project1 = "/api/v1/projects/{projectId}";
const disagreement1 = "/api/v1/disagreements/{disagreementId}";

/** Deciding what annotators disagree on, and what came of it. */
export const review: Endpoint[] = [
  {
    method: "get",
    path: `${project1}/disagreements`,
    summary: "The review inbox",
    query: disagreementQuery,
    result: disagreementPage,
  },
  {
    method: "get",
    path: `${project1}/review`,
    summary: "How much waits and how much is decided, by kind",
    result: reviewSummary,
  },
  {
    method: "get",
    path: `${project1}/events`,
    summary: "What happens in review, as it happens",
    result: "events",
    isSessionOnly: true,
  },
  {
    method: "get",
    path: disagreement1,
    summary: "One disagreement, and the next of a view",
    query: inboxView,
    result: disagreementDetail,
  },
  {
    method: "post",
    path: `${disagreement1}/decision`,
    summary: "Decide; of two at once one wins",
    query: inboxView,
    body: decisionBody,
    result: disagreementDetail,
  },
  {
    method: "post",
    path: `${disagreement1}/undo`,
    summary: "Take one's own last decision back",
    body: undoBody,
    result: disagreementDetail,
  },
  {
    method: "get",
    path: `${disagreement1}/similar`,
    summary: "Waiting disagreements with the same phrase or the same tags",
    result: similarList,
  },
  {
    method: "get",
    path: `${disagreement1}/comments`,
    summary: "What was said about it",
    result: commentList,
  },
  {
    method: "post",
    path: `${disagreement1}/comments`,
    summary: "Say something about it",
    body: commentBody,
    result: commentList,
  },
  {
    method: "post",
    path: `${disagreement1}/comments/read`,
    summary: "Say that one has seen what speaks to one",
    body: readBody,
    result: commentList,
  },
  {
    method: "get",
    path: `${disagreement1}/events`,
    summary: "What is said about it, as it is said",
    result: "events",
    isSessionOnly: true,
  },
  {
    method: "post",
    path: `${disagreement1}/presence`,
    summary: "Say that one has it open; good for half a minute",
    body: presenceBody,
    result: presence,
  },
  {
    method: "get",
    path: `${project1}/rules`,
    summary: "Rules with how many decisions cite each",
    result: citedRules,
  },
  {
    method: "get",
    path: `${project1}/rules/{ruleId}/decisions`,
    summary: "Decisions that cite a rule, the latest first; GAP for where the codebook is silent",
    query: pageQuery,
    result: precedentPage,
  },
  {
    method: "get",
    path: `${project1}/articles/{articleId}/gold`,
    summary: "An article's gold with where each span came from",
    result: articleGold,
  },
  {
    method: "post",
    path: `${project1}/articles/{articleId}/gold`,
    summary: "Add what all annotators missed",
    body: missedSpanBody,
    result: articleGold,
  },
];
