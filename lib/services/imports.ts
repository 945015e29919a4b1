import "server-only";
import { createHash } from "node:crypto";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import {
  type createImportBody,
  importPartBytes,
  type ImportItem,
  mostPartsAtOnce,
} from "../contracts/imports";
import { recordEvent } from "../db/audit";
import { inBulkTransaction } from "../db/bulk";
import { inTransaction } from "../db/client";
import {
  endImport,
  enqueueImport,
  findImport,
  type ImportRow,
  insertImport,
  listImports as listRows,
  lockImport,
  resumeUpload,
  updateImport,
} from "../db/import-jobs";
import { insertParts } from "../db/import-parts";
import { fromJson } from "../db/json";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import type { Facts } from "../domain/problem";
import { authorise, nothingHere } from "./access";
import { withDiskFullExplained } from "./disk-full";
import { refusePart } from "./refuse-part";
import { hashOn, partsOf } from "./upload-chain";

export type ImportOptions = Omit<
  z.output<typeof createImportBody>,
  "fileName" | "nBytes" | "beginning" | "anew"
>;
const shownImports = 50;

/**
 * Begins an upload, or goes on with the same person's upload that broke off and seems to be of the
 * same file: the answer says how many bytes are there. That it is the same file, its next part proves.
 */
export async function createImport(
  actor: Actor,
  projectId: string,
  { fileName, nBytes, beginning, anew, ...options }: z.output<typeof createImportBody>,
): Promise<ImportItem> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const named = JSON.stringify([fileName, nBytes, beginning, options]);
  const fingerprint = createHash("sha256").update(named).digest("hex");
  const brokenOff = anew ? null : await resumeUpload(projectId, actor.userId, fingerprint);
  if (brokenOff) return toItem(brokenOff);
  const id = uuidv7();
  const createdById = actor.userId;
  await insertImport({ id, projectId, createdById, fileName, nBytes, fingerprint, options });
  return getImport(actor, projectId, id);
}

/**
 * Stores the next part of an upload, or the next few at once. Sending a part again is harmless; the
 * last one puts the import into the queue.
 * @param before hash of all that comes before it, as `hashOn` makes it
 * @throws {AppError} invalid for a part that is cut off; conflict with `current` when another part
 * is to come next, when it isn't proven to be of the same file, or when the import is over
 */
export async function receivePart(
  actor: Actor,
  projectId: string,
  importId: string,
  { at, before, bytes }: { at: number; before?: string | undefined; bytes: Uint8Array },
): Promise<ImportItem> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const place = { projectId, importId: requireUuid(importId) };
  return withDiskFullExplained(() =>
    inBulkTransaction("parts", async ({ tx, bulk }) => {
      const row = await lockImport(tx, place);
      if (!row || row.createdById !== actor.userId) throw nothingHere();
      const parts = partsOf(at, bytes);
      const refused = refusePart(row, { at, before, parts });
      if (refused)
        throw new AppError("conflict", refused.message, { ...refused, current: toItem(row) });
      if (at < row.nReceived) return toItem(row);
      requireWhole(bytes, row.nBytes - at);
      await insertParts(bulk, place, parts);
      const nReceived = at + bytes.length;
      const isComplete = nReceived === row.nBytes;
      // Of an upload from before there were hashes, it stays unknown.
      const isKnown = at === 0 || row.receivedHash !== null;
      const receivedHash = isKnown ? hashOn(row.receivedHash, parts) : null;
      const state = isComplete ? { state: "queued" as const } : {};
      await updateImport(tx, place, { nReceived, receivedHash, ...state });
      if (isComplete) await enqueueImport(tx, place);
      return toItem((await findImport(place, tx)) ?? row);
    }),
  );
}

/** @throws {AppError} invalid for what isn't a few whole parts, or all that is left */
function requireWhole({ length }: Uint8Array, leftBytes: number): void {
  const isSmall = length > 0 && length <= Math.min(leftBytes, mostPartsAtOnce * importPartBytes);
  if (isSmall && (length === leftBytes || length % importPartBytes === 0)) return;
  const wanted = Math.min(importPartBytes, leftBytes);
  throw new AppError("invalid", `This part must have ${wanted} bytes; send it again.`, {
    ...{ reason: "part_cut_off", facts: { bytes: wanted } },
  });
}

export async function listImports(actor: Actor, projectId: string): Promise<ImportItem[]> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  return (await listRows(projectId, shownImports)).map(toItem);
}

export async function getImport(
  actor: Actor,
  projectId: string,
  importId: string,
): Promise<ImportItem> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const row = await findImport({ projectId, importId: requireUuid(importId) });
  if (!row) throw nothingHere();
  return toItem(row);
}

/** Stops an import that isn't over and lets go of its bytes; nothing of it is stored. */
export async function cancelImport(
  actor: Actor,
  projectId: string,
  importId: string,
): Promise<ImportItem> {
  await authorise(actor, "articles.import", requireUuid(projectId));
  const place = { projectId, importId: requireUuid(importId) };
  return inTransaction(async (tx) => {
    const row = await lockImport(tx, place);
    if (!row) throw nothingHere();
    if (row.finishedAt) return toItem(row);
    await endImport(tx, place, { state: "cancelled" });
    const event = { projectId, actorId: actor.userId, subject: importId };
    await recordEvent({ ...event, action: "import.cancelled" }, tx);
    return toItem((await findImport(place, tx)) ?? row);
  });
}

function toItem(row: NonNullable<ImportRow>): ImportItem {
  const { projectId: _, createdById: _by, options, attempt: _attempt, ...rest } = row;
  const { receivedHash: _hash, wasResumed: _resumed, ...shown } = rest;
  return {
    ...shown,
    problemFacts: fromJson<Facts | null>(row.problemFacts),
    dryRun: fromJson<ImportOptions>(options).dryRun,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
