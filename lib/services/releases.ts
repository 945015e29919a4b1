import "server-only";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { createReleaseBody, ReleaseItem, releaseListQuery } from "../contracts/releases";
import { recordEvent } from "../db/audit";
import { inLongTransaction, type Tx } from "../db/client";
import { pseudonymsOf } from "../db/members";
import { type Page, toPage } from "../db/page";
import { wholeProject } from "../db/export-select";
import { insertFiles } from "../db/release-files";
import { ReleaseSnapshot } from "../db/release-snapshot";
import {
  findLatestRelease,
  insertRelease,
  listReleases as listRows,
  type ReleaseRow,
  tryLockReleases,
} from "../db/releases";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { softwareVersion } from "../server/software-version";
import { authorise } from "./access";
import { refreshAgreementReport } from "./agreement-refresh";
import { exportAttributes } from "./export-columns";
import { ensurePlaces } from "./export-places";
import { writeData } from "./release-data";
import { writeDocuments } from "./release-documents";
import { inArchiveOrder, summarise } from "./release-package";
import { ReleaseWriter } from "./release-writer";

/** The project's releases, newest first. */
export async function listReleases(
  actor: Actor,
  projectId: string,
  query: z.output<typeof releaseListQuery>,
): Promise<Page<ReleaseItem>> {
  await authorise(actor, "releases.read", requireUuid(projectId));
  const pseudonyms = await pseudonymsOf(projectId);
  const rows = await listRows(projectId, query);
  return toPage(rows, query.limit, (row) => toItem(projectId, row, pseudonyms));
}

/**
 * Freezes the project as it stands at one moment: every file, with and without texts, is stored
 * as it will be given out. Saving goes on meanwhile. Holds a few MiB, plus a key for each row of
 * the last release; takes as long as writing every file twice.
 * @throws {AppError} conflict while another release of the project is being made
 */
export async function createRelease(
  actor: Actor,
  projectId: string,
  { note, notes }: z.output<typeof createReleaseBody>,
): Promise<ReleaseItem> {
  await authorise(actor, "releases.make", requireUuid(projectId));
  await ensurePlaces(projectId);
  await refreshAgreementReport(projectId);
  const made = await inLongTransaction(async (tx) => {
    if (!(await tryLockReleases(tx, projectId))) {
      throw new AppError("conflict", "A release of this project is being made. Wait for it.", {
        reason: "release_running",
      });
    }
    const row = await freeze(tx, projectId, {
      createdById: actor.userId,
      note: note ? note : null,
      hasNotes: notes,
    });
    const { id, number } = row;
    const event = { projectId, actorId: actor.userId, subject: id, detail: { number, notes } };
    await recordEvent({ ...event, action: "release.made" }, tx);
    return row;
  });
  return toItem(projectId, made, await pseudonymsOf(projectId));
}

async function freeze(
  tx: Tx,
  projectId: string,
  { createdById, note, hasNotes }: Pick<ReleaseRow, "createdById" | "note"> & { hasNotes: boolean },
): Promise<ReleaseRow> {
  const previous = await findLatestRelease(tx, projectId);
  const number = (previous?.number ?? 0) + 1;
  const snapshot = await ReleaseSnapshot.open();
  try {
    const createdAt = new Date();
    const writer = new ReleaseWriter(tx, projectId);
    const codebooks = await snapshot.listCodebooks(projectId);
    const attributes = exportAttributes(codebooks);
    const scope = wholeProject(projectId, hasNotes);
    const source = { projectId, snapshot, scope, codebooks, attributes, previous };
    const data = await writeData(writer, source, number);
    for await (const batch of snapshot.eachTextBatch(projectId)) {
      for (const { id, body } of batch) await writer.add("full", `texts/${id}.txt`, body);
    }
    const facts = await snapshot.readFacts(projectId);
    const identity = { projectId, number, note, hasNotes, createdAt: createdAt.toISOString() };
    const about = { identity: { ...identity, softwareVersion }, facts, codebooks, data };
    await writeDocuments(writer, about);
    await writer.flush();

    const manifest = {
      full: await summarise(projectId, inArchiveOrder(writer.files, "full"), tx),
      textFree: await summarise(projectId, inArchiveOrder(writer.files, "text_free"), tx),
      rows: data.rows,
    };
    const row = { id: uuidv7(), number, note, createdById, manifest, createdAt };
    await insertRelease(tx, { ...row, projectId });
    await insertFiles(tx, { projectId, releaseId: row.id }, writer.files);
    return row;
  } finally {
    await snapshot.close();
  }
}

function toItem(
  projectId: string,
  row: ReleaseRow,
  pseudonyms: ReadonlyMap<string, string>,
): ReleaseItem {
  return {
    ...{ id: row.id, projectId, number: row.number, note: row.note },
    createdAt: row.createdAt.toISOString(),
    createdBy: pseudonyms.get(row.createdById) ?? "",
    ...row.manifest,
  };
}
