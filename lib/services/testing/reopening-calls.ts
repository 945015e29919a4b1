import { v7 as uuidv7 } from "uuid";

import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/policy";
import { listAuditEvents } from "../audit";
import { declineReopening, listReopenRequests, requestReopening } from "../reopen-requests";
import { reopenAssignment, submitAssignment } from "../submission";
import { at } from "./make-project";
import type { ReviewedProject } from "./make-reviewed-project";

const all = { limit: 50 };
const admins: readonly Role[] = ["admin"];
const annotators: readonly Role[] = ["annotator"];

/** Calls about handing layers in, giving them back and about what was done, and who may make them. */
export const reopeningCalls = [
  {
    name: "submitAssignment",
    allowed: annotators,
    call: (actor: Actor, { assignmentIds }: ReviewedProject) =>
      submitAssignment(actor, at(assignmentIds, 0), { nothingFound: false, answers: {} }),
  },
  {
    name: "reopenAssignment",
    allowed: admins,
    call: (actor: Actor, { assignmentIds }: ReviewedProject) =>
      reopenAssignment(actor, at(assignmentIds, 0)),
  },
  {
    name: "requestReopening",
    allowed: annotators,
    call: (actor: Actor, { assignmentIds }: ReviewedProject) =>
      requestReopening(actor, at(assignmentIds, 0), { id: uuidv7(), reason: "I missed a name." }),
  },
  {
    name: "declineReopening",
    allowed: admins,
    call: async (actor: Actor, { assignmentIds, annotators }: ReviewedProject) => {
      const id = at(assignmentIds, 0);
      // Asked for once; whoever calls later finds the request there or answered.
      await requestReopening(at(annotators, 0), id, { id: uuidv7(), reason: "Why not?" }).catch(
        () => undefined,
      );
      return declineReopening(actor, id, { note: "It is fine as it is." });
    },
  },
  {
    name: "listReopenRequests",
    allowed: admins,
    call: (actor: Actor, { projectId }: ReviewedProject) =>
      listReopenRequests(actor, projectId, all),
  },
  {
    name: "listAuditEvents",
    allowed: admins,
    call: (actor: Actor, { projectId }: ReviewedProject) => listAuditEvents(actor, projectId, all),
  },
];
