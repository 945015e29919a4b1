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
import type { ArticleDraft } from "../domain/articles/make-article";
import { AppError } from "../domain/errors";
import { countCodePoints } from "../domain/text/code-points";
import { authorise } from "./access";
import {
  type ArticleFileOptions,
  type FoundArticle,
  readArticleFiles,
} from "./import/article-files";
import type { FileProblem, UploadedFile } from "./import/uploaded-file";

export type { UploadedFile } from "./import/uploaded-file";
type Candidate = FoundArticle & { sha256: string };
type ImportOptions = ArticleFileOptions & { dryRun: boolean; partial: boolean };

const mostArticles = 10_000;
const mostErrors = 500;

/**
 * Imports article files of any known format, archives opened. With an error in any of them nothing
 * is stored, unless `partial`; a dry run stores nothing either way. A text that the project has,
 * or that stands twice in one upload, is a duplicate and stored once.
 */
export async function importArticles(
  actor: Actor,
  projectId: string,
  files: readonly UploadedFile[],
  { dryRun, partial, ...options }: ImportOptions,
): Promise<ImportResult> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const { articles, errors } = readArticleFiles(files, options);
  if (articles.length > mostArticles) {
    throw new AppError("too_large", `Import at most ${mostArticles} articles at once.`);
  }
  const candidates = articles.map((found) => ({ ...found, sha256: sha256(found.article) }));

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
        duplicates.push({ ...placeOf(candidate), articleId });
      } else {
        const id = uuidv7();
        known.set(candidate.sha256, id);
        fresh.push({ ...candidate, id });
      }
    }

    const isStored = !dryRun && (errors.length === 0 || partial);
    if (isStored && fresh.length > 0) {
      const wanted = fresh.map(({ externalId }) => externalId);
      const taken = await findTakenExternalIds(projectId, wanted, tx);
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
    const imported = fresh.map((one) => ({
      ...{ id: one.id, ...placeOf(one), title: one.article.title },
    }));
    return {
      imported: isStored || dryRun ? imported : [],
      duplicates,
      errors: shorten(errors),
      dryRun,
    };
  });
}

function placeOf({ file, line }: FoundArticle): { file: string; line?: number } {
  return line === null ? { file } : { file, line };
}

function shorten(errors: readonly FileProblem[]): FileProblem[] {
  const shown = errors.slice(0, mostErrors);
  const more = errors.length - shown.length;
  const last = shown.at(-1);
  if (more === 0 || !last) return shown;
  return [...shown, { file: last.file, line: last.line, message: `And ${more} more like these.` }];
}

/** Of the body alone: the same text under another title is still a duplicate. */
function sha256({ body }: ArticleDraft): string {
  return createHash("sha256").update(body, "utf8").digest("hex");
}

/** An external id that another text has gets the start of this text's hash. */
function toRow(
  projectId: string,
  { id, externalId: wanted, article, sha256 }: Candidate & { id: string },
  taken: Set<string>,
): NewArticle {
  const externalId = taken.has(wanted) ? `${wanted}-${sha256.slice(0, 12)}` : wanted;
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
    language: article.language ?? "und",
    sha256,
    nCodePoints: countCodePoints(article.body),
  };
}
