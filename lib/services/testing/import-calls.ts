import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { v7 as uuidv7 } from "uuid";

import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/policy";
import { importAnnotations } from "../annotation-import";
import { correctArticle, getArticle } from "../article-detail";
import { importArticles } from "../article-import";
import { importUpload } from "../article-upload";
import { addArticleVersion } from "../article-versions";
import { sourceOfBytes } from "../import/source";
import { previewArticles } from "../import-preview";
import { listImportLines, openImportReport } from "../import-report";
import { cancelImport, createImport, getImport, listImports, receivePart } from "../imports";
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
      importArticles(actor, projectId, [sourceOfBytes(articleFile())], store),
  },
  {
    name: "importUpload",
    allowed: admins,
    call: async (actor: Actor, { projectId }: ReviewedProject) => {
      const { name, bytes } = articleFile();
      const path = join(mkdtempSync(join(tmpdir(), "upload-")), name);
      writeFileSync(path, bytes);
      return importUpload(actor, projectId, [{ name, path, nBytes: bytes.length }], store);
    },
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
  {
    name: "createImport",
    allowed: admins,
    call: (actor: Actor, { projectId }: ReviewedProject) =>
      createImport(actor, projectId, {
        ...{ fileName: "a.csv", nBytes: 10, beginning: "0".repeat(64) },
        ...store,
      }),
  },
  {
    name: "listImports",
    allowed: admins,
    call: (actor: Actor, { projectId }: ReviewedProject) => listImports(actor, projectId),
  },
  ...onImport("getImport", getImport),
  ...onImport("cancelImport", cancelImport),
  ...onImport("openImportReport", openImportReport),
  ...onImport("listImportLines", (actor, projectId, importId) =>
    listImportLines(actor, projectId, importId, { cursor: 0, limit: 10, kind: undefined }),
  ),
  ...onImport("receivePart", (actor, projectId, importId) =>
    receivePart(actor, projectId, importId, { at: 0, bytes: new Uint8Array(10).fill(65) }),
  ),
  {
    name: "previewArticles",
    allowed: admins,
    call: (actor: Actor, { projectId }: ReviewedProject) =>
      previewArticles(actor, projectId, articleFile(), {}),
  },
  {
    name: "getArticle",
    allowed: ["admin", "reviewer", "researcher"] as readonly Role[],
    call: (actor: Actor, { projectId, articleId }: ReviewedProject) =>
      getArticle(actor, projectId, articleId),
  },
  {
    name: "correctArticle",
    allowed: admins,
    call: (actor: Actor, { projectId, articleId }: ReviewedProject) =>
      correctArticle(actor, projectId, articleId, { language: "en" }),
  },
  {
    name: "addArticleVersion",
    allowed: admins,
    call: (actor: Actor, { projectId, articleId }: ReviewedProject) =>
      addArticleVersion(actor, projectId, articleId, articleFile(), { dryRun: true }),
  },
];

/** A call on an import that the project's admin has begun. */
function onImport(
  name: string,
  call: (actor: Actor, projectId: string, importId: string) => Promise<unknown>,
) {
  const run = async (actor: Actor, { projectId, actors }: ReviewedProject) => {
    const { id } = await createImport(actors.admin, projectId, {
      ...{ fileName: `${uuidv7()}.csv`, nBytes: 10, beginning: "0".repeat(64) },
      ...store,
    });
    return call(actor, projectId, id);
  };
  return [{ name, allowed: admins, call: run }];
}
