import "server-only";

import { isDeepStrictEqual } from "node:util";
import { v7 as uuidv7 } from "uuid";

import type { PublishResult, TouchedTag } from "../contracts/codebook";
import { recordEvent } from "../db/audit";
import { inTransaction, type Tx } from "../db/client";
import {
  type CodebookRow,
  findCurrentCodebook,
  insertCodebook,
  listCodebooksInUse,
  listGoldTags,
  lockCodebook,
} from "../db/codebooks";
import { countTouchedSpans } from "../db/touched-spans";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { allTags, type Codebook } from "../domain/codebook/codebook";
import { diffCodebooks } from "../domain/codebook/diff-codebooks";
import { checkSuccession, type TagInUse } from "../domain/codebook/succeed-codebook";
import { touchedTags } from "../domain/codebook/touched-tags";
import { AppError } from "../domain/errors";
import { authorise, nothingHere } from "./access";

export async function getCodebook(actor: Actor, projectId: string): Promise<CodebookRow> {
  await authorise(actor, "codebook.read", requireUuid(projectId));
  const current = await findCurrentCodebook(projectId);
  if (!current) throw nothingHere();
  return current;
}

/** What a form for the next version starts from. @throws {AppError} not_found, forbidden */
export async function openCodebookEditor(
  actor: Actor,
  projectId: string,
): Promise<{ current: CodebookRow; isInUse: boolean }> {
  await authorise(actor, "codebook.edit", requireUuid(projectId));
  return inTransaction(async (tx) => {
    const current = await findCurrentCodebook(projectId, tx);
    if (!current) throw nothingHere();
    return { current, isInUse: (await findTagsInUse(tx, projectId)).length > 0 };
  });
}

type PublishOptions = { baseNumber?: number | undefined; dryRun?: boolean };

/**
 * Publishes a new version for later assignments; spans keep the version they were made under. The
 * answer says what differs, and how many old spans have a tag that is redefined or retired by now.
 * The newest version, sent again to the letter, makes no other one.
 * @throws {AppError} conflict with `current` when `baseNumber` isn't the newest any more; invalid
 * when a tag in use is dropped or changes its family
 */
export async function publishCodebook(
  actor: Actor,
  projectId: string,
  definition: Codebook,
  { baseNumber, dryRun = false }: PublishOptions = {},
): Promise<PublishResult> {
  await authorise(actor, "codebook.edit", requireUuid(projectId));
  const id = uuidv7();
  return inTransaction(async (tx) => {
    await lockCodebook(tx, projectId);
    const current = await findCurrentCodebook(projectId, tx);
    if (!current) throw nothingHere();
    if (baseNumber !== undefined && baseNumber !== current.number) throw outdated(current);
    if (isDeepStrictEqual(definition, current.definition)) {
      const { id, number } = dryRun ? { id: null, number: current.number } : current;
      const touched = await countTouched(tx, projectId, definition);
      return { id, number, definition, changes: [], touched };
    }
    const errors = checkSuccession(definition, await findTagsInUse(tx, projectId));
    if (errors.length > 0) {
      throw new AppError("invalid", "This version would lose tags that are in use.", {
        ...{ errors, reason: "tags_in_use_lost" },
      });
    }
    const changes = diffCodebooks(current.definition, definition);
    const touched = await countTouched(tx, projectId, definition);
    if (dryRun) return { id: null, number: current.number + 1, definition, changes, touched };
    const number = await insertCodebook(tx, { id, projectId, definition });
    const event = { projectId, actorId: actor.userId, subject: id };
    const detail = { number, nChanges: changes.length };
    await recordEvent({ ...event, action: "codebook.published", detail }, tx);
    return { id, number, definition, changes, touched };
  });
}

function outdated(current: CodebookRow): AppError {
  const { number: version } = current;
  const message = `Version ${version} was published meanwhile. Look at it, then publish again.`;
  return new AppError("conflict", message, {
    ...{ current, reason: "codebook_outdated", facts: { version } },
  });
}

/** Whatever assignments offer may be in use the next moment, so it counts. */
async function findTagsInUse(tx: Tx, projectId: string): Promise<TagInUse[]> {
  const versions = await listCodebooksInUse(projectId, tx);
  const found = [
    ...versions.flatMap(({ definition }) => allTags(definition)),
    ...(await listGoldTags(projectId, tx)).map(({ tagId, familyId }) => ({
      familyId,
      tag: { id: tagId },
    })),
  ];
  const inUse = found.map(({ familyId, tag }) => ({ tagId: tag.id, familyId }));
  return [...new Map(inUse.map((one) => [one.tagId, one])).values()];
}

/** A row for each tag that the version touches; a tag without old spans has 0 of them. */
async function countTouched(
  tx: Tx,
  projectId: string,
  definition: Codebook,
): Promise<TouchedTag[]> {
  const rows = new Map<string, TouchedTag>();
  for (const version of await listCodebooksInUse(projectId, tx)) {
    const touches = touchedTags(version.definition, definition);
    const tagIds = touches.map(({ tagId }) => tagId);
    const counts = await countTouchedSpans(
      projectId,
      { codebookVersionId: version.id, tagIds },
      tx,
    );
    for (const touch of touches) {
      const nSpans = counts.find(({ tagId }) => tagId === touch.tagId)?.nSpans ?? 0;
      const before = rows.get(touch.tagId);
      rows.set(touch.tagId, {
        tagId: touch.tagId,
        isRetired: touch.isRetired || (before?.isRetired ?? false),
        isRedefined: touch.isRedefined || (before?.isRedefined ?? false),
        nSpans: nSpans + (before?.nSpans ?? 0),
      });
    }
  }
  return [...rows.values()];
}

/** Old spans by tag that the newest version touches. */
export async function countTouchedByCurrent(
  actor: Actor,
  projectId: string,
): Promise<TouchedTag[]> {
  await authorise(actor, "codebook.edit", requireUuid(projectId));
  return inTransaction(async (tx) => {
    const current = await findCurrentCodebook(projectId, tx);
    return current ? countTouched(tx, projectId, current.definition) : [];
  });
}
