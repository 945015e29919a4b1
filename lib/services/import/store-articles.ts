import { v7 as uuidv7 } from "uuid";

import type { ImportResult } from "../../contracts/articles";
import {
  findArticlesByHash,
  findTakenExternalIds,
  insertArticles,
  type NewArticle,
} from "../../db/articles";
import type { Bulk } from "../../db/bulk";
import { insertBands, insertNearDuplicates, type NewNearDuplicate } from "../../db/near-duplicates";
import { countCodePoints } from "../../domain/text/code-points";
import type { Candidate } from "./candidate";
import { findNearDuplicates } from "./find-near-duplicates";

type Fresh = Candidate & { id: string };
export type Stored = Pick<ImportResult, "imported" | "duplicates" | "nearDuplicates">;
/** What becomes of articles, and what is to be written for it. */
export type PlannedArticles = {
  stored: Stored;
  rows: readonly NewArticle[];
  filed: readonly { id: string; keys: readonly bigint[] }[];
  pairs: readonly NewNearDuplicate[];
};

/**
 * Articles that the project doesn't have yet are to be stored; a text that it has, or that stands
 * twice among them, is a duplicate and stored once. The caller holds the lock on the project's imports.
 */
export async function planArticles(
  bulk: Bulk,
  projectId: string,
  candidates: readonly Candidate[],
): Promise<PlannedArticles> {
  const hashes = candidates.map(({ sha256 }) => sha256);
  const known = await findArticlesByHash(bulk, projectId, hashes);
  const duplicates: Stored["duplicates"] = [];
  const fresh: Fresh[] = [];
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
  if (fresh.length === 0) return plannedNothing(duplicates);
  const found = await findNearDuplicates(bulk, projectId, fresh);
  const wanted = fresh.map(({ externalId }) => externalId);
  const taken = await findTakenExternalIds(bulk, projectId, wanted);
  const rows = fresh.map((one) => toRow(projectId, one, taken));
  return {
    stored: {
      imported: fresh.map((one, at) => toImported(one, rows[at]?.externalId)),
      duplicates,
      nearDuplicates: found.map(({ article, otherId, otherTitle, resemblance }) => ({
        ...{ ...placeOf(article), articleId: article.id, title: article.article.title },
        ...{ otherId, otherTitle, resemblance },
      })),
    },
    rows,
    filed: fresh,
    pairs: found.map(({ article, otherId, resemblance }) => ({
      ...{ articleId: article.id, otherId, resemblance },
    })),
  };
}

function plannedNothing(duplicates: Stored["duplicates"]): PlannedArticles {
  const stored = { imported: [], duplicates, nearDuplicates: [] };
  return { stored, rows: [], filed: [], pairs: [] };
}

/** Writes what was planned. All of it is asked for at once: what is asked for after it finds it. */
export async function insertPlanned(
  bulk: Bulk,
  projectId: string,
  { rows, filed, pairs }: PlannedArticles,
): Promise<void> {
  if (rows.length === 0) return;
  await Promise.all([
    insertArticles(bulk, rows),
    insertBands(bulk, projectId, filed),
    insertNearDuplicates(bulk, projectId, pairs),
  ]);
}

function placeOf({ file, line }: Candidate): { file: string; line?: number } {
  return line === null ? { file } : { file, line };
}

// Made for each of very many articles, in which objects spread into others take most of the time.

function toImported(
  { id, article, file, line, language, isLanguageDetected }: Fresh,
  storedAs: string | undefined,
): Stored["imported"][number] {
  const imported: Stored["imported"][number] = {
    id,
    file,
    title: article.title,
    language,
    isLanguageDetected,
  };
  if (line !== null) imported.line = line;
  // An id that a file gave and another article of the project has already is worth a word.
  const isOther = article.externalId !== null && storedAs !== undefined;
  if (isOther && storedAs !== article.externalId) imported.storedAs = storedAs;
  return imported;
}

/** An external id that another text has gets the start of this text's hash. */
function toRow(
  projectId: string,
  { id, externalId: wanted, article, sha256, language, isLanguageDetected }: Fresh,
  taken: Set<string>,
): NewArticle {
  const externalId = taken.has(wanted) ? `${wanted}-${sha256.slice(0, 12)}` : wanted;
  taken.add(externalId);
  return {
    id,
    projectId,
    externalId,
    language,
    isLanguageDetected,
    sha256,
    version: 1,
    textVersion: 1,
    title: article.title,
    body: article.body,
    url: article.url,
    outlet: article.outlet,
    publishedOn: article.publishedOn === null ? null : new Date(`${article.publishedOn}T00:00:00Z`),
    nCodePoints: countCodePoints(article.body),
  };
}
