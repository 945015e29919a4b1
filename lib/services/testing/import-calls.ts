import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/policy";
import { importAnnotations } from "../annotation-import";
import { importArticles } from "../article-import";
import { articleFile, at } from "./make-project";
import type { ReviewedProject } from "./make-reviewed-project";

const store = { dryRun: false, partial: false };
const admins: readonly Role[] = ["admin"];

/** Calls that bring something into a project, and who may make them. */
export const importCalls = [
  {
    name: "importArticles",
    allowed: admins,
    call: (actor: Actor, { projectId }: ReviewedProject) =>
      importArticles(actor, projectId, [articleFile()], store),
  },
  {
    name: "importAnnotations",
    allowed: admins,
    call: (actor: Actor, { projectId, annotators }: ReviewedProject) => {
      const { userId: annotatorId } = at(annotators, 0);
      const file = { name: "a.ann", bytes: new TextEncoder().encode("T1\tLABEL 0 1\tA") };
      return importAnnotations(actor, projectId, [file], { ...store, annotatorId, submit: false });
    },
  },
];
