import { v7 as uuidv7 } from "uuid";

import type { ImportResult } from "../../contracts/articles";
import {
  findArticlesByHash,
  findTakenExternalIds,
  insertArticles,
  type NewArticle,
} from "../../db/articles";
import type { Bulk } from "../../db/bulk";
import {
  findNeighbours,
  insertBands,
  insertNearDuplicates,
  type Neighbour,
  type NewNearDuplicate,
} from "../../db/near-duplicates";
import { countCodePoints } from "../../domain/text/code-points";
import type { Candidate } from "./candidate";
import { findNearDuplicates, type Fresh } from "./find-near-duplicates";

export type Stored = Pick<ImportResult, "imported" | "duplicates" | "nearDuplicates">;
/** What becomes of articles, and what is to be written for it. */
export type PlannedArticles = {
  stored: Stored;
  rows: readonly NewArticle[];
  fresh: readonly Fresh[];
  pairs: readonly NewNearDuplicate[];
};
export const nothingPlanned: PlannedArticles = {
  stored: { imported: [], duplicates: [], nearDuplicates: [] },
  rows: [],
  fresh: [],
  pairs: [],
};

/** What the project has of articles that are to come, in the order in which they come. */
type Known = {
  idByHash: ReadonlyMap<string, string>;
  neighbours: readonly (readonly Neighbour[])[];
  takenIds: ReadonlySet<string>;
};

/** Asks for all of it at once: what is asked for later, be it to be written, comes after. */
export async function lookUpArticles(
  bulk: Bulk,
  projectId: string,
  candidates: readonly Candidate[],
): Promise<Known> {
  const all = <Field extends keyof Candidate>(field: Field) => candidates.map((one) => one[field]);
  const [idByHash, neighbours, takenIds] = await Promise.all([
    findArticlesByHash(bulk, projectId, all("sha256")),
    findNeighbours(bulk, projectId, all("keys")),
    findTakenExternalIds(bulk, projectId, all("externalId")),
  ]);
  return { idByHash, neighbours, takenIds };
}

/**
 * Articles that the project doesn't have yet are to be stored; a text that it has, or that stands
 * twice among them, is a duplicate and stored once. The caller holds the lock on the project's imports.
 * @param known what was looked up when all was written but the articles that were planned before
 */
export async function planArticles(
  bulk: Bulk,
  projectId: string,
  candidates: readonly Candidate[],
  known: Known,
  before: PlannedArticles,
): Promise<PlannedArticles> {
  const idByHash = new Map(known.idByHash);
  for (const { id, sha256 } of before.fresh) idByHash.set(sha256, id);
  const taken = new Set(known.takenIds);
  for (const { externalId } of before.rows) taken.add(externalId);
  const duplicates: Stored["duplicates"] = [];
  const fresh: Fresh[] = [];
  const stored = new Map<Fresh, readonly Neighbour[]>();
  for (const [at, candidate] of candidates.entries()) {
    const articleId = idByHash.get(candidate.sha256);
    if (articleId) {
      duplicates.push({ ...placeOf(candidate), articleId });
    } else {
      const one = { ...candidate, id: uuidv7() };
      idByHash.set(candidate.sha256, one.id);
      fresh.push(one);
      stored.set(one, known.neighbours[at] ?? []);
    }
  }
  const compared = { fresh, stored, unwritten: before.fresh };
  const found = await findNearDuplicates(bulk, projectId, compared);
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
    fresh,
    pairs: found.map(({ article, otherId, resemblance }) => ({
      ...{ articleId: article.id, otherId, resemblance },
    })),
  };
}

/** Writes what was planned. All of it is asked for at once: what is asked for after it finds it. */
export async function insertPlanned(
  bulk: Bulk,
  projectId: string,
  { rows, fresh, pairs }: PlannedArticles,
): Promise<void> {
  if (rows.length === 0) return;
  await Promise.all([
    insertArticles(bulk, rows),
    insertBands(bulk, projectId, fresh),
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
