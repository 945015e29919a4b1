import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/policy";
import { getAgreement } from "../agreement";
import { requestAdvancedAgreement } from "../agreement-advanced";
import { agreementTable } from "../agreement-table";
import type { ReviewedProject } from "./make-reviewed-project";

type Call = {
  name: string;
  allowed: readonly Role[];
  call: (actor: Actor, place: ReviewedProject) => Promise<unknown>;
};

const readers: readonly Role[] = ["admin", "reviewer", "researcher"];

/** Every service about agreement, with who may call it. */
export const agreementCalls: readonly Call[] = [
  {
    name: "getAgreement",
    allowed: readers,
    call: (actor, { projectId }) => getAgreement(actor, projectId, {}),
  },
  {
    name: "agreementTable",
    allowed: readers,
    call: (actor, { projectId }) => agreementTable(actor, projectId),
  },
  {
    name: "requestAdvancedAgreement",
    allowed: readers,
    call: (actor, { projectId }) => requestAdvancedAgreement(actor, projectId),
  },
];
