import "server-only";

import type { ImportResult } from "../contracts/articles";
import { recordEvent } from "../db/audit";
import { isLockTimeout } from "../db/client";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { toSentReason } from "../domain/reason";
import { authorise } from "./access";
import { withDiskFullExplained } from "./disk-full";
import type { ArticleFileOptions } from "./import/article-files";
import { readBatches } from "./import/read-batches";
import type { ArticleSource } from "./import/source";
import { storeBatches } from "./import/store-batches";
import { smallLimits } from "./import/unpack-upload";
import type { FileProblem } from "./import/uploaded-file";

export type ImportOptions = ArticleFileOptions & { dryRun: boolean; partial: boolean };

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
  sources: readonly ArticleSource[],
  { dryRun, partial, ...options }: ImportOptions,
): Promise<ImportResult> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const done = {
    imported: [] as ImportResult["imported"],
    duplicates: [] as ImportResult["duplicates"],
    nearDuplicates: [] as ImportResult["nearDuplicates"],
  };
  const store = () =>
    storeBatches(readBatches(sources, options, smallLimits), {
      ...{ projectId, dryRun, partial, mostArticles, mostErrors },
      onStored: (_, stored) => {
        done.imported.push(...stored.imported);
        done.duplicates.push(...stored.duplicates);
        done.nearDuplicates.push(...stored.nearDuplicates);
        return Promise.resolve();
      },
      onEnd: async ({ tx }) => {
        if (done.imported.length === 0) return true;
        const detail = { articleIds: done.imported.map(({ id }) => id) };
        const event = { projectId, actorId: actor.userId, subject: projectId, detail };
        await recordEvent({ ...event, action: "articles.imported" }, tx);
        return true;
      },
    });
  try {
    const read = await withDiskFullExplained(store);
    const { encodings } = read;
    const errors = shorten(read.errors, read.nErrors).map((error) => ({
      ...{ ...error, ...toSentReason(error) },
    }));
    // What was stored before the first error was met has gone again.
    const found =
      read.isStored || dryRun ? done : { imported: [], duplicates: [], nearDuplicates: [] };
    return { ...found, encodings, errors, dryRun };
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    const message = "Another import into this project is being stored. Try again in a minute.";
    throw new AppError("conflict", message, { reason: "other_import_running" });
  }
}

function shorten(shown: readonly FileProblem[], nErrors: number): FileProblem[] {
  const more = nErrors - shown.length;
  const last = shown.at(-1);
  if (more === 0 || !last) return [...shown];
  const { file, line } = last;
  const message = `And ${more} more like these.`;
  return [...shown, { file, line, message, reason: "more_errors", facts: { count: more } }];
}
