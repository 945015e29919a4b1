import "server-only";
import { createHash } from "node:crypto";

import { v7 as uuidv7 } from "uuid";

import type { ImportResult } from "../contracts/articles";
import {
  findArticlesByHash,
  findTakenExternalIds,
  insertArticles,
  lockImports,
  type NewArticle,
} from "../db/articles";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { type ParsedArticle, parseArticleForm } from "../domain/articles/parse-article-form";
import { countCodePoints } from "../domain/text/code-points";
import { authorise } from "./access";

export type UploadedFile = { name: string; bytes: Uint8Array };
type Candidate = { file: string; article: ParsedArticle; sha256: string };

/**
 * Imports files of the article form. With an error in any of them nothing is stored, unless
 * `partial`; a dry run stores nothing either way. A text that the project has, or that stands
 * twice in one upload, is a duplicate and stored once.
 */
export async function importArticles(
  actor: Actor,
  projectId: string,
  files: readonly UploadedFile[],
  { dryRun, partial }: { dryRun: boolean; partial: boolean },
): Promise<ImportResult> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const errors: ImportResult["errors"] = [];
  const candidates: Candidate[] = [];
  for (const { name, bytes } of files) {
    const parsed = parseArticleForm(bytes, name);
    if ("errors" in parsed) errors.push(...parsed.errors);
    else candidates.push({ file: name, article: parsed.article, sha256: sha256(parsed.article) });
  }

  return inTransaction(async (tx) => {
    await lockImports(tx, projectId);
    const known = await findArticlesByHash(
      projectId,
      candidates.map((candidate) => candidate.sha256),
      tx,
    );
    const duplicates: ImportResult["duplicates"] = [];
    const fresh: (Candidate & { id: string })[] = [];
    for (const candidate of candidates) {
      const articleId = known.get(candidate.sha256);
      if (articleId) {
        duplicates.push({ file: candidate.file, articleId });
      } else {
        const id = uuidv7();
        known.set(candidate.sha256, id);
        fresh.push({ ...candidate, id });
      }
    }

    const isStored = !dryRun && (errors.length === 0 || partial);
    if (isStored && fresh.length > 0) {
      const stems = fresh.map(({ file }) => stemOf(file));
      const taken = await findTakenExternalIds(projectId, stems, tx);
      const rows = fresh.map((one) => toRow(projectId, one, taken));
      await insertArticles(tx, rows);
      await recordEvent(
        {
          projectId,
          actorId: actor.userId,
          action: "articles.imported",
          subject: projectId,
          detail: { articleIds: rows.map(({ id }) => id) },
        },
        tx,
      );
    }
    const imported = fresh.map(({ id, file, article }) => ({ id, file, title: article.title }));
    return { imported: isStored || dryRun ? imported : [], duplicates, errors, dryRun };
  });
}

/** Of the body alone: the same text under another title is still a duplicate. */
function sha256({ body }: ParsedArticle): string {
  return createHash("sha256").update(body, "utf8").digest("hex");
}

function stemOf(file: string): string {
  return file.replace(/^.*[/\\]/, "").replace(/\.[^.]+$/, "") || "article";
}

/** The file's name is the external id; a name that is taken gets the start of the text's hash. */
function toRow(
  projectId: string,
  { id, file, article, sha256 }: Candidate & { id: string },
  taken: Set<string>,
): NewArticle {
  const stem = stemOf(file);
  const externalId = taken.has(stem) ? `${stem}-${sha256.slice(0, 12)}` : stem;
  taken.add(externalId);
  return {
    id,
    projectId,
    externalId,
    title: article.title,
    body: article.body,
    url: article.url,
    outlet: article.outlet,
    publishedOn: article.publishedOn === null ? null : new Date(`${article.publishedOn}T00:00:00Z`),
    language: "und",
    sha256,
    nCodePoints: countCodePoints(article.body),
  };
}
