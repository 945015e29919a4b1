import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/policy";
import { listExportChoices } from "../export-choices";
import { previewExport } from "../export-preview";
import { openExport } from "../exports";
import type { ReviewedProject } from "./make-reviewed-project";
import { asked } from "./read-export";

type Call = {
  name: string;
  allowed: readonly Role[];
  call: (actor: Actor, place: ReviewedProject) => Promise<unknown>;
};

/** Every service about exports, with who may call it. */
export const exportCalls: readonly Call[] = [
  {
    name: "openExport",
    allowed: ["admin", "researcher"],
    call: async (actor, { projectId }) => {
      await (await openExport(actor, projectId, "gold.csv", asked())).cancel();
    },
  },
  {
    name: "previewExport",
    allowed: ["admin", "researcher"],
    call: (actor, { projectId }) => previewExport(actor, projectId, "gold.csv", asked()),
  },
  {
    name: "listExportChoices",
    allowed: ["admin", "researcher"],
    call: (actor, { projectId }) => listExportChoices(actor, projectId),
  },
];
