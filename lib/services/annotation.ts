import "server-only";
import { isDeepStrictEqual } from "node:util";

import type { OperationResult, SaveOperationsResult } from "../contracts/operations";
import { lockAssignment, updateAssignment } from "../db/assignments";
import { inTransaction, isUniqueViolation, type Tx } from "../db/client";
import { insertSpans, updateSpan } from "../db/layers";
import { replaceLinks } from "../db/links";
import { insertOperations } from "../db/operations";
import { findSaveState } from "../db/save-state";
import type { Actor } from "../domain/access/actor";
import type { LayerSpan } from "../domain/annotation/layer";
import { type Operation, spanIdOf } from "../domain/annotation/operation";
import { type Judgement, judgeOperations } from "../domain/annotation/judge-operations";
import { familyOf } from "../domain/codebook/codebook";
import { AppError } from "../domain/errors";
import { linksOf } from "../domain/spans/links";
import { placeOf } from "../domain/spans/span-place";
import { findOwnAssignment } from "./assignments";
import { findSaveContext, type SaveContext } from "./save-context";
import { readText } from "./text-outlines";

/**
 * Saves a batch of operations on the actor's own layer; each gets its own result, in order.
 *
 * Safe to repeat: an operation stands once per id for ever, and a known id answers with what was
 * stored. Nothing is answered before COMMIT. Writers of one layer take turns on its row; an edit
 * still names the revision it was made on and is a conflict if that has moved on.
 * @throws {AppError} not_found, forbidden; invalid if one id stands for two operations; conflict if
 * ids clash with a simultaneous writer twice
 */
export async function saveOperations(
  actor: Actor,
  assignmentId: string,
  operations: readonly Operation[],
): Promise<SaveOperationsResult> {
  const layer = await findOwnAssignment(actor, assignmentId);
  const { projectId } = layer;
  const sent = byId(operations);
  const context = await findSaveContext(layer);
  const home = { projectId, assignmentId, authorId: actor.userId };
  const save = () => inTransaction((tx) => saveInside(tx, home, context, operations, sent));
  try {
    return await save();
  } catch (error) {
    // Somebody stored one of these ids between our look and our insert: look again, once.
    if (!isUniqueViolation(error) && !(error instanceof LostRace)) throw error;
  }
  try {
    return await save();
  } catch (error) {
    if (!isUniqueViolation(error) && !(error instanceof LostRace)) throw error;
    throw new AppError("conflict", "These changes are being saved elsewhere. Try again.", {
      reason: "saved_elsewhere",
    });
  }
}

class LostRace extends Error {}

function byId(operations: readonly Operation[]): Map<string, Operation> {
  const sent = new Map<string, Operation>();
  for (const operation of operations) {
    const other = sent.get(operation.id);
    if (other && !isDeepStrictEqual(other, operation)) {
      throw new AppError("invalid", "Two different operations have the same id.");
    }
    sent.set(operation.id, operation);
  }
  return sent;
}

/** Whether an operation is what stands in the log under its id, where JSON has been through. */
function isAsStored(operation: Operation | undefined, payload: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(operation)), payload);
}

/** Saves a batch as part of the caller's transaction. @throws when another writer was quicker */
export async function saveInside(
  tx: Tx,
  home: { projectId: string; assignmentId: string; authorId: string },
  context: SaveContext,
  operations: readonly Operation[],
  sent: ReadonlyMap<string, Operation>,
): Promise<SaveOperationsResult> {
  const { projectId, assignmentId, authorId } = home;
  const head = await lockAssignment(tx, projectId, assignmentId);
  const { known, layer, foreignSpanIds } = await findSaveState(tx, home, {
    ids: operations.map(({ id }) => id),
    spanIds: operations.map(spanIdOf),
  });
  const judged = judgeOperations(operations, {
    context,
    layer,
    isEditable: head.status !== "submitted",
    isTakenSpanId: (id) => foreignSpanIds.has(id),
    storedOutcome: (id) => {
      const stored = known.get(id);
      if (!stored) return null;
      const isOurs = stored.assignmentId === assignmentId && stored.authorId === authorId;
      return isOurs && isAsStored(sent.get(id), stored.payload) ? stored : "foreign";
    },
  });

  const fresh = judged.filter(({ isNew }) => isNew);
  const inserted = await insertOperations(
    tx,
    home,
    fresh.map(({ operation, outcome }) => ({
      operation,
      spanId: spanIdOf(operation),
      ...outcome,
    })),
  );
  if (inserted !== fresh.length) throw new LostRace();

  const nApplied = fresh.filter(({ outcome }) => outcome.result === "applied").length;
  await storeSpans(tx, home, context, layer, fresh);
  const revision = head.revision + nApplied;
  if (nApplied > 0) {
    const isStarting = head.status === "assigned";
    await updateAssignment(tx, projectId, assignmentId, {
      revision,
      ...(isStarting ? { status: "in_progress", startedAt: new Date() } : {}),
    });
  }
  return { revision, results: judged.map(toResult) };
}

/** Writes each touched span once, as the batch left it. */
async function storeSpans(
  tx: Tx,
  home: { projectId: string; assignmentId: string },
  { codebook, articleId, texts }: SaveContext,
  before: ReadonlyMap<string, LayerSpan>,
  judged: readonly Judgement[],
): Promise<void> {
  const touched = new Map<string, LayerSpan>();
  for (const { after } of judged) if (after) touched.set(after.id, after);
  const now = new Date();
  const rows = [...touched.values()].map((span) => ({
    ...span,
    familyId: familyOf(codebook, span.tagId) ?? "",
    place: placeOf(readText(articleId, span.segment, texts[span.segment]), span),
  }));
  await insertSpans(
    tx,
    home,
    rows.filter(({ id }) => !before.has(id)),
    now,
  );
  for (const row of rows) {
    const old = before.get(row.id);
    if (old && !(await updateSpan(tx, home, row, old.revision, now))) throw new LostRace();
  }
  const linked = rows.filter(({ id, attributes }) => {
    const old = before.get(id);
    return linksOf(attributes).length > 0 || (old && linksOf(old.attributes).length > 0);
  });
  if (linked.length > 0) {
    const spans = linked.map(({ id, attributes }) => ({ id, links: linksOf(attributes) }));
    await replaceLinks(tx, home, spans, now);
  }
}

function toResult({ operation, outcome, isNew, current }: Judgement): OperationResult {
  const { result, revision, problem } = outcome;
  const { id } = operation;
  if (result === "rejected") return { id, result, ...(problem ? { problem } : {}) };
  if (result === "conflict") return { id, result, current: current ?? null };
  return { id, result: isNew ? "applied" : "duplicate", revision: revision ?? 0 };
}
