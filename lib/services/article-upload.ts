import "server-only";

import type { ImportResult } from "../contracts/articles";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { askHelperProcess } from "../server/helper-process";
import type { SpooledFile } from "../server/spool-form";
import { authorise } from "./access";
import { type ImportOptions, importArticles } from "./article-import";
import { sourceOfFile } from "./import/source";

/** What is read here and now, since a process of its own would take longer to begin. */
const smallBytes = 65_536;
const packed = /\.(zip|gz)$|^[^.]*$/i;

/**
 * `importArticles` of files that were uploaded. All but small ones are read in a process of its own,
 * so that nobody's save waits for them.
 * @throws {AppError} as `importArticles`
 */
export async function importUpload(
  actor: Actor,
  projectId: string,
  files: readonly SpooledFile[],
  options: ImportOptions,
): Promise<ImportResult> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const nBytes = files.reduce((sum, file) => sum + file.nBytes, 0);
  if (nBytes <= smallBytes && !files.some(({ name }) => packed.test(name))) {
    const sources = files.map(({ name, path }) => sourceOfFile(name, path));
    return importArticles(actor, projectId, sources, options);
  }
  const places = files.map(({ name, path }) => ({ name, path }));
  return askHelperProcess<ImportResult>("lib/jobs/import-files.ts", {
    ...{ actor: { userId: actor.userId }, projectId, files: places, options },
  });
}
