import { assignmentState } from "./assignments";
import type { Endpoint } from "./endpoint";
import { pageQuery } from "./fields";
import {
  declineReopenBody,
  openReopenRequestPage,
  reopenBody,
  reopenRequest,
  reopenRequestBody,
} from "./reopening";

const assignment1 = "/api/v1/assignments/{assignmentId}";

/** Giving a submitted layer back, and asking for it. */
export const reopening: Endpoint[] = [
  {
    method: "post",
    path: `${assignment1}/reopen`,
    summary: "Give a submitted layer back",
    body: reopenBody,
    result: assignmentState,
  },
  {
    method: "post",
    path: `${assignment1}/reopen-request`,
    summary: "Ask for a submitted layer back",
    body: reopenRequestBody,
    result: reopenRequest,
  },
  {
    method: "post",
    path: `${assignment1}/reopen-request/decline`,
    summary: "Leave a layer as it was handed in, and say why",
    body: declineReopenBody,
    result: reopenRequest,
  },
  {
    method: "get",
    path: "/api/v1/projects/{projectId}/reopen-requests",
    summary: "Layers that their annotators ask for",
    query: pageQuery,
    result: openReopenRequestPage,
  },
];
