import "server-only";

import type { ImportResult } from "../contracts/articles";
import { lockImports } from "../db/articles";
import { recordEvent } from "../db/audit";
import { inTransaction, isLockTimeout } from "../db/client";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { authorise } from "./access";
import { withDiskFullExplained } from "./disk-full";
import { type ArticleFileOptions, readArticleFiles } from "./import/article-files";
import { toCandidates } from "./import/candidate";
import { storeArticles } from "./import/store-articles";
import type { FileProblem, UploadedFile } from "./import/uploaded-file";

export type { UploadedFile } from "./import/uploaded-file";
type ImportOptions = ArticleFileOptions & { dryRun: boolean; partial: boolean };

const mostArticles = 10_000;
const mostErrors = 500;

/**
 * Imports article files of any known format, archives opened. With an error in any of them nothing
 * is stored, unless `partial`; a dry run stores nothing either way. A text that the project has,
 * or that stands twice in one upload, is a duplicate and stored once; one that is nearly the same
 * is stored and named.
 * @throws {AppError} not_found, forbidden, too_large; conflict while a large import is being stored
 */
export async function importArticles(
  actor: Actor,
  projectId: string,
  files: readonly UploadedFile[],
  { dryRun, partial, ...options }: ImportOptions,
): Promise<ImportResult> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const { articles, errors, encodings } = readArticleFiles(files, options);
  if (articles.length > mostArticles) {
    throw new AppError("too_large", `Import at most ${mostArticles} articles at once.`);
  }
  const candidates = await toCandidates(articles);
  const isStored = !dryRun && (errors.length === 0 || partial);
  try {
    return await withDiskFullExplained(() =>
      inTransaction(async (tx) => {
        await lockImports(tx, projectId);
        const done = await storeArticles(tx, projectId, candidates, { isStored });
        if (isStored && done.imported.length > 0) {
          const detail = { articleIds: done.imported.map(({ id }) => id) };
          const event = { projectId, actorId: actor.userId, subject: projectId, detail };
          await recordEvent({ ...event, action: "articles.imported" }, tx);
        }
        const imported = isStored || dryRun ? done.imported : [];
        const nearDuplicates = isStored || dryRun ? done.nearDuplicates : [];
        return { ...done, imported, nearDuplicates, encodings, errors: shorten(errors), dryRun };
      }),
    );
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    const message = "Another import into this project is being stored. Try again in a minute.";
    throw new AppError("conflict", message);
  }
}

function shorten(errors: readonly FileProblem[]): FileProblem[] {
  const shown = errors.slice(0, mostErrors);
  const more = errors.length - shown.length;
  const last = shown.at(-1);
  if (more === 0 || !last) return shown;
  return [...shown, { file: last.file, line: last.line, message: `And ${more} more like these.` }];
}
