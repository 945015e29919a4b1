import "server-only";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { AnnotationImportResult, ImportedLayerResult } from "../contracts/annotation-import";
import type { annotationImportFields } from "../contracts/imports";
import { insertAssignments } from "../db/assignments";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import { type CodebookRow, findCurrentCodebook } from "../db/codebooks";
import { findAssignmentOfPair } from "../db/imports";
import { findMembership } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import type { Operation } from "../domain/annotation/operation";
import { checkAnswers } from "../domain/codebook/check-answers";
import { AppError } from "../domain/errors";
import { type Explained, toSentReason } from "../domain/reason";
import { authorise, nothingHere } from "./access";
import { saveOperations } from "./annotation";
import { type ImportNote, readAnnotationFiles } from "./import/annotation-files";
import { checkTags } from "./import/map-tags";
import { groupByArticle, matchArticles } from "./import/match-articles";
import { type LayerPlan, planLayer } from "./import/plan-layer";
import { chooseAnnotator } from "./import/source-annotators";
import type { UploadedFile } from "./import/uploaded-file";
import { submitAssignment } from "./submission";

type Home = { projectId: string; annotatorId: string; codebook: CodebookRow };
type Options = z.output<typeof annotationImportFields>;

const mostSpans = 5000;
const mostReports = 1000;
const batch = 200;

/**
 * Takes finished annotations in: each file becomes a member's layer on an article of the project,
 * through the same operations and checks as if the member had made them. Everything is read,
 * placed and rehearsed first; with an error nothing is stored, unless `partial`, and a dry run
 * stores nothing either way. Spans that find no place are listed and don't stop the others.
 * Layers are stored one by one; repeating an import that broke off completes it.
 * @throws {AppError} not_found, forbidden; invalid if `annotatorId` is no annotator of the project
 */
export async function importAnnotations(
  actor: Actor,
  projectId: string,
  files: readonly UploadedFile[],
  { format, annotatorId, tagMap = {}, sourceAnnotator, dryRun, partial, submit }: Options,
): Promise<AnnotationImportResult> {
  await authorise(actor, "annotations.import", requireUuid(projectId));
  await requireAnnotator(projectId, annotatorId);
  const codebook = await findCurrentCodebook(projectId);
  if (!codebook) throw nothingHere();

  const read = await readAnnotationFiles(files, format);
  const chosen = chooseAnnotator(await matchArticles(projectId, read.layers), sourceAnnotator);
  const { tags, errors: tagErrors } = checkTags(codebook.definition, tagMap, chosen.layers);
  const { found, errors: matchErrors } = groupByArticle(chosen.layers);
  const errors = [...read.errors, ...chosen.errors, ...tagErrors, ...matchErrors];
  const home = { projectId, annotatorId, codebook: codebook.definition, tagMap };
  const plans: LayerPlan[] = [];
  for (const [articleId, layers] of found) {
    const plan = await planLayer(home, articleId, layers);
    const problem = refusePlan(plan, submit);
    if (problem) errors.push({ file: plan.file, line: plan.line, ...problem });
    else plans.push(plan);
  }

  const isStored = !dryRun && (errors.length === 0 || partial);
  const layers: ImportedLayerResult[] = [];
  for (const plan of plans) {
    const { file, line, article, assignment, counts } = plan;
    const { nRefused, ...stored } = isStored
      ? await storeLayer(actor, { projectId, annotatorId, codebook }, plan, submit)
      : { assignmentId: assignment?.id ?? null, isSubmitted: false, nRefused: 0 };
    layers.push({ file, articleId: article.id, title: article.title, ...stored, ...counts });
    if (nRefused > 0) {
      const message = `${nRefused} spans or links were refused, as the layer changed meanwhile. Import again.`;
      const facts = { count: nRefused };
      errors.push({ file, line, message, reason: "layer_changed_meanwhile", facts });
    }
  }
  const notes = [...read.notes, ...notesOn(plans)];
  return {
    ...{ dryRun, isStored, layers, tags, people: [...chosen.people] },
    errors: errors.map((error) => ({ ...error, ...toSentReason(error) })),
    spans: plans.flatMap(({ reports }) => reports).slice(0, mostReports),
    notes: notes.map(({ file, message }) => (file === null ? message : `${file}: ${message}`)),
    explainedNotes: notes.map((note) => ({ ...note, ...toSentReason(note) })),
  };
}

async function requireAnnotator(projectId: string, annotatorId: string): Promise<void> {
  const member = await findMembership(projectId, annotatorId);
  if (member?.role === "annotator") return;
  const message = "Choose an annotator of this project.";
  const reason = "choose_annotator";
  throw new AppError("invalid", message, {
    ...{ errors: [{ path: "annotatorId", message, reason }], reason },
  });
}

/** Why a layer can't be stored as planned, or null. */
function refusePlan(plan: LayerPlan, submit: boolean): Explained | null {
  const { assignment, codebook, hasSpans, nStanding, operations } = plan;
  if (operations.length > mostSpans) {
    const message = `A layer may bring at most ${mostSpans} spans.`;
    return { message, reason: "layer_too_many_spans", facts: { most: mostSpans } };
  }
  if (assignment?.status === "submitted") {
    if (operations.length === 0) return null;
    const message = "The layer of this annotator is submitted. Reopen it, then import.";
    return { message, reason: "layer_submitted" };
  }
  if (!submit) return null;
  if (checkAnswers(codebook.questions, {}).length > 0) {
    const message = "The codebook asks questions that must be answered. Import without handing in.";
    return { message, reason: "layer_wants_answers" };
  }
  if (hasSpans && operations.length + nStanding === 0) {
    const message = "None of its spans found a place, so it can't be handed in as nothing found.";
    return { message, reason: "layer_all_lost" };
  }
  return null;
}

/** Stores the planned operations as the annotator's own and notes who brought them in. */
async function storeLayer(
  actor: Actor,
  home: Home,
  { article, assignment, operations, links, nStanding }: LayerPlan,
  submit: boolean,
): Promise<{ assignmentId: string; isSubmitted: boolean; nRefused: number }> {
  const { projectId, annotatorId } = home;
  const annotator: Actor = { userId: annotatorId };
  const assignmentId = await assign(home, article.id);
  const nApplied = await save(annotator, assignmentId, operations);
  const nLinked = await save(annotator, assignmentId, links);
  if (submit) {
    const nothingFound = nStanding + nApplied === 0;
    const handedIn = { nothingFound, answers: {} };
    await submitAssignment(annotator, assignmentId, handedIn, { isFromFile: true });
  }
  await recordEvent({
    ...{ projectId, actorId: actor.userId, action: "annotations.imported", subject: assignmentId },
    // A release tells by it which layers came from files: what is sent again changes nothing.
    detail: {
      ...{ articleId: article.id, annotatorId, nSpans: nApplied },
      submit: submit && assignment?.status !== "submitted",
    },
  });
  const nRefused = operations.length - nApplied + links.length - nLinked;
  return { assignmentId, isSubmitted: submit, nRefused };
}

/** @returns how many of the operations stand */
async function save(
  annotator: Actor,
  assignmentId: string,
  operations: readonly Operation[],
): Promise<number> {
  let nApplied = 0;
  for (let at = 0; at < operations.length; at += batch) {
    const sent = operations.slice(at, at + batch);
    const { results } = await saveOperations(annotator, assignmentId, sent);
    nApplied += results.filter(({ result }) => /^(applied|duplicate)$/.test(result)).length;
  }
  return nApplied;
}

/** The annotator's assignment on the article, made if there is none. */
async function assign(
  { projectId, annotatorId, codebook }: Home,
  articleId: string,
): Promise<string> {
  const codebookVersionId = codebook.id;
  const row = { id: uuidv7(), projectId, articleId, annotatorId, codebookVersionId };
  await inTransaction((tx) => insertAssignments(tx, [row]));
  const head = await findAssignmentOfPair(projectId, articleId, annotatorId);
  if (!head) throw new Error("an assignment that was made is gone");
  return head.id;
}

function notesOn(plans: readonly LayerPlan[]): ImportNote[] {
  const leftOut = new Map<string, number>();
  for (const plan of plans) {
    for (const [id, count] of plan.leftOut) leftOut.set(id, (leftOut.get(id) ?? 0) + count);
  }
  if (leftOut.size === 0) return [];
  const list = [...leftOut].map(([id, count]) => `${id} (${count})`).join(", ");
  const message = `Attributes that the codebook doesn't have, or not with this value, are left out: ${list}.`;
  const because = { reason: "note_attributes_left_out", facts: { attributes: list } } as const;
  return [{ file: null, message, ...because }];
}
