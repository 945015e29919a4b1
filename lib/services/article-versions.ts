import "server-only";

import { v7 as uuidv7 } from "uuid";

import type { ArticleVersionResult } from "../contracts/article-detail";
import {
  type ArticleLayer,
  findArticle,
  insertCarriedLayer,
  listLayersOfArticle,
  listVersions,
} from "../db/article-versions";
import { findArticlesByHash, insertArticles, lockImports, type NewArticle } from "../db/articles";
import { insertAssignments, replaceAnswers, updateAssignment } from "../db/assignments";
import { recordEvent } from "../db/audit";
import { type BulkTx, inBulkTransaction } from "../db/bulk";
import type { Tx } from "../db/client";
import { findLayer } from "../db/layers";
import { listUserIdsByRole } from "../db/members";
import { findNeighbours, insertBands, insertNearDuplicates } from "../db/near-duplicates";
import { insertOperations } from "../db/operations";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { splitAnswers } from "../domain/codebook/check-answers";
import { AppError } from "../domain/errors";
import { CodePointIndex, countCodePoints } from "../domain/text/code-points";
import { authorise, nothingHere } from "./access";
import { saveInside } from "./annotation";
import type { ArticleFileOptions } from "./import/article-files";
import { type Candidate, toCandidates } from "./import/candidate";
import { planCarriedLayer } from "./import/carry-layer";
import { findNearDuplicates } from "./import/find-near-duplicates";
import { readUploadedArticles } from "./import/read-uploaded";
import type { UploadedFile } from "./import/uploaded-file";

type Options = ArticleFileOptions & { dryRun: boolean };
type Old = NonNullable<Awaited<ReturnType<typeof findArticle>>>;
const batch = 200;

/**
 * Stores a corrected text as the next version of an article and takes its layers over: each span
 * that finds its place again is added for its annotator, who gets the article back to look at what
 * is uncertain or lost. The older version stays as it is, with its layers. A dry run only says what
 * would become of each span.
 * The text may stay while its title or source is corrected.
 * @throws {AppError} not_found, forbidden; invalid for a file that isn't one article, changes nothing
 * or has another article's text; conflict if there is a newer version
 */
export async function addArticleVersion(
  actor: Actor,
  projectId: string,
  articleId: string,
  file: UploadedFile,
  { dryRun, ...options }: Options,
): Promise<ArticleVersionResult> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  requireUuid(articleId);
  const [candidate] = await toCandidates([await readOneArticle(file, options)]);
  if (!candidate) throw new Error("one article makes one candidate");
  return inBulkTransaction("articles", async (transaction) => {
    const { tx, bulk } = transaction;
    await lockImports(tx, projectId);
    const old = await findArticle(projectId, articleId, tx);
    if (!old) throw nothingHere();
    const textVersion = await countTextVersion(transaction, old, candidate);
    const row = { ...toRow(old, candidate), textVersion };
    requireChange(old, row);
    const annotators = await listUserIdsByRole(projectId, "annotator");
    const layers = (await listLayersOfArticle(projectId, articleId, tx)).filter((layer) =>
      annotators.includes(layer.annotatorId),
    );
    if (!dryRun) {
      await insertArticles(bulk, [row]);
      await insertBands(bulk, projectId, [{ id: row.id, keys: candidate.keys }]);
      await insertNearDuplicates(
        bulk,
        projectId,
        await nearDuplicatesOf(transaction, old, row.id, candidate),
      );
    }
    const carried: ArticleVersionResult["layers"] = [];
    for (const layer of layers)
      carried.push(await carryLayer(tx, actor, { old, row, layer, dryRun }));
    if (!dryRun) {
      const detail = { from: articleId, version: row.version, nLayers: layers.length };
      const event = { projectId, actorId: actor.userId, subject: row.id, detail };
      await recordEvent({ ...event, action: "article.version_added" }, tx);
    }
    const { version, title, nCodePoints } = row;
    return {
      dryRun,
      articleId: dryRun ? null : row.id,
      version,
      title,
      nCodePoints,
      layers: carried,
    };
  });
}

async function readOneArticle(file: UploadedFile, options: ArticleFileOptions) {
  const { articles, errors } = await readUploadedArticles(file, options);
  const [article, ...others] = articles;
  const listed = errors.map(({ file, line, column: _, ...why }) => ({
    ...{ path: `${file}:${line}`, ...why },
  }));
  if (errors.length > 0 || !article) {
    const message = errors[0]?.message ?? "There is no article in this file.";
    const reason = errors.length > 0 ? "file_not_read" : "no_article_in_file";
    throw new AppError("invalid", message, { errors: listed, reason });
  }
  if (others.length > 0) {
    throw new AppError("invalid", "A new version is one article; this file holds several.", {
      reason: "several_articles_in_file",
    });
  }
  return article;
}

/** How many versions of the article have the text, with the new one. */
async function countTextVersion(
  { tx, bulk }: BulkTx,
  old: Old,
  { sha256 }: Candidate,
): Promise<number> {
  const versions = await listVersions(old.projectId, old.externalId, tx);
  const newest = versions.at(-1);
  if (newest && newest.id !== old.id) {
    throw new AppError(
      "conflict",
      `There is a version ${newest.version} already. Correct that one.`,
      { reason: "newer_version_exists", facts: { version: newest.version } },
    );
  }
  const own = versions.filter((version) => version.sha256 === sha256);
  if (own.length > 0) return Math.max(...own.map(({ textVersion }) => textVersion)) + 1;
  const known = await findArticlesByHash(bulk, old.projectId, [sha256]);
  if (known.size === 0) return 1;
  throw new AppError("invalid", "Another article of this project has exactly this text.", {
    reason: "text_of_another_article",
  });
}

/** A title or what else is known of an article may be corrected under the same text. */
function requireChange(old: Old, row: NewArticle): void {
  const isChanged =
    row.sha256 !== old.sha256 ||
    row.publishedOn?.getTime() !== old.publishedOn?.getTime() ||
    (["title", "url", "outlet", "language"] as const).some((field) => row[field] !== old[field]);
  if (isChanged) return;
  const message =
    "This is what the article says already. A new version needs another text or title.";
  throw new AppError("invalid", message, { reason: "version_changes_nothing" });
}

/** What the file doesn't say stays as it was. */
function toRow(
  old: Old,
  { article, sha256, language, isLanguageDetected }: Candidate,
): Omit<NewArticle, "textVersion"> {
  const isLanguageTold = !isLanguageDetected || old.isLanguageDetected;
  return {
    ...{ id: uuidv7(), projectId: old.projectId, externalId: old.externalId, sha256 },
    ...{ version: old.version + 1, title: article.title, body: article.body },
    url: article.url ?? old.url,
    outlet: article.outlet ?? old.outlet,
    publishedOn: article.publishedOn
      ? new Date(`${article.publishedOn}T00:00:00Z`)
      : old.publishedOn,
    language: isLanguageTold ? language : old.language,
    isLanguageDetected: isLanguageTold && isLanguageDetected,
    nCodePoints: countCodePoints(article.body),
  };
}

/** Other versions of the article are like it by nature and aren't named. */
async function nearDuplicatesOf(transaction: BulkTx, old: Old, id: string, candidate: Candidate) {
  const versions = await listVersions(old.projectId, old.externalId, transaction.tx);
  const own = new Set(versions.map((version) => version.id));
  const { bulk } = transaction;
  const one = { ...candidate, id };
  const [neighbours = []] = await findNeighbours(bulk, old.projectId, [one.keys]);
  const compared = { fresh: [one], stored: new Map([[one, neighbours]]) };
  const found = await findNearDuplicates(bulk, old.projectId, compared);
  return found
    .filter(({ otherId }) => !own.has(otherId))
    .map(({ otherId, resemblance }) => ({ articleId: id, otherId, resemblance }));
}

type Carrying = { old: Old; row: NewArticle; layer: ArticleLayer; dryRun: boolean };

async function carryLayer(
  tx: Tx,
  actor: Actor,
  { old, row, layer, dryRun }: Carrying,
): Promise<ArticleVersionResult["layers"][number]> {
  const { projectId, id: articleId } = row;
  const { annotatorId, annotatorName, codebook, codebookVersionId } = layer;
  const texts = { title: new CodePointIndex(row.title), body: new CodePointIndex(row.body) };
  const spansBefore = await findLayer(projectId, layer.id, tx);
  const { operations, spans } = planCarriedLayer(old, row, spansBefore, { texts, codebook });
  if (dryRun) return { annotatorId, annotatorName, assignmentId: null, spans };
  const assignmentId = uuidv7();
  await insertAssignments(tx, [
    { id: assignmentId, projectId, articleId, annotatorId, codebookVersionId },
  ]);
  const home = { projectId, assignmentId, authorId: annotatorId };
  let revision = 0;
  for (let at = 0; at < operations.length; at += batch) {
    const sent = operations.slice(at, at + batch);
    const byId = new Map(sent.map((one) => [one.id, one]));
    const saved = await saveInside(tx, home, { texts, codebook, articleId }, sent, byId);
    const refused = saved.results.find(({ result }) => result !== "applied");
    if (refused) throw new Error(`a carried span was refused: ${refused.result}`);
    revision = saved.revision;
  }
  await replaceAnswers(
    tx,
    projectId,
    assignmentId,
    splitAnswers(codebook.questions, layer.answers),
  );
  const hasWork = layer.status !== "assigned";
  if (hasWork) await giveBack(tx, actor, layer, { projectId, assignmentId, revision });
  await insertCarriedLayer(tx, { projectId, assignmentId, fromAssignmentId: layer.id, spans });
  return { annotatorId, annotatorName, assignmentId, spans };
}

/** Says in the layer's log where it came from, and hands it to its annotator to look at again. */
async function giveBack(
  tx: Tx,
  actor: Actor,
  { id: fromAssignmentId, isTraining }: ArticleLayer,
  place: { projectId: string; assignmentId: string; revision: number },
): Promise<void> {
  const { projectId, assignmentId, revision } = place;
  const operation = { id: uuidv7(), kind: "carry_over", baseRevision: revision, fromAssignmentId };
  const home = { projectId, assignmentId, authorId: actor.userId };
  await insertOperations(tx, home, [
    { operation, spanId: null, result: "applied", revision: null, problem: null },
  ]);
  await updateAssignment(tx, projectId, assignmentId, {
    status: "returned",
    isTraining,
    revision: revision + 1,
  });
}
