import type { Actor } from "../../domain/access/actor";
import { type Role, roles } from "../../domain/access/policy";
import { defaultCodebook } from "../../domain/codebook/default-codebook";
import {
  countTouchedByCurrent,
  getCodebook,
  openCodebookEditor,
  publishCodebook,
} from "../codebook";
import {
  compareCodebooks,
  getCodebookVersion,
  listCodebookVersions,
  listSpansTouched,
} from "../codebook-history";
import type { ReviewedProject } from "./make-reviewed-project";

type Call = {
  name: string;
  allowed: readonly Role[];
  call: (actor: Actor, place: ReviewedProject) => Promise<unknown>;
};

const editors: readonly Role[] = ["admin"];

/** Every service about codebooks, with who may call it. */
export const codebookCalls: readonly Call[] = [
  {
    name: "getCodebook",
    allowed: roles,
    call: (actor, { projectId }) => getCodebook(actor, projectId),
  },
  {
    name: "listCodebookVersions",
    allowed: roles,
    call: (actor, { projectId }) => listCodebookVersions(actor, projectId, { limit: 50 }),
  },
  {
    name: "getCodebookVersion",
    allowed: roles,
    call: (actor, { projectId }) => getCodebookVersion(actor, projectId, 1),
  },
  {
    name: "compareCodebooks",
    allowed: roles,
    call: (actor, { projectId }) => compareCodebooks(actor, projectId, { from: 1, to: 1 }),
  },
  {
    name: "openCodebookEditor",
    allowed: editors,
    call: (actor, { projectId }) => openCodebookEditor(actor, projectId),
  },
  {
    name: "publishCodebook",
    allowed: editors,
    call: (actor, { projectId }) => publishCodebook(actor, projectId, defaultCodebook),
  },
  {
    name: "listSpansTouched",
    allowed: editors,
    call: (actor, { projectId }) => listSpansTouched(actor, projectId, { limit: 50 }),
  },
  {
    name: "countTouchedByCurrent",
    allowed: editors,
    call: (actor, { projectId }) => countTouchedByCurrent(actor, projectId),
  },
];
