import "server-only";
import { isDeepStrictEqual } from "node:util";

import type { z } from "zod";

import type { InboxView } from "../contracts/review";
import type { SavedView, savedViewBody } from "../contracts/saved-views";
import { inTransaction } from "../db/client";
import { fromJson } from "../db/json";
import { pseudonymsOf } from "../db/members";
import {
  findSavedView,
  insertSavedView,
  listSavedViews as listRows,
  removeSavedView as removeRow,
} from "../db/saved-views";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { authorise, nothingHere } from "./access";

type List = { items: SavedView[] };

/** The member's own views of the inbox and those that others share. */
export async function listSavedViews(actor: Actor, projectId: string): Promise<List> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  return readViews(actor, projectId);
}

/**
 * Gives a filtered and ordered inbox a name.
 * @throws {AppError} conflict when the id is another view's
 */
export async function saveView(
  actor: Actor,
  projectId: string,
  { id, name, query, isShared }: z.output<typeof savedViewBody>,
): Promise<List> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  await inTransaction(async (tx) => {
    const view = { id, projectId, ownerId: actor.userId, name, query, isShared };
    if (await insertSavedView(tx, view)) return;
    const { createdAt: _, removedAt: __, ...stored } = (await findSavedView(tx, id)) ?? {};
    if (!isDeepStrictEqual(stored, view)) {
      throw new AppError("conflict", "This id belongs to another view.");
    }
  });
  return readViews(actor, projectId);
}

/** Takes one's own view away, also from those it was shared with. */
export async function removeSavedView(
  actor: Actor,
  projectId: string,
  viewId: string,
): Promise<List> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  if (!(await removeRow(projectId, actor.userId, requireUuid(viewId), new Date()))) {
    throw nothingHere();
  }
  return readViews(actor, projectId);
}

async function readViews(actor: Actor, projectId: string): Promise<List> {
  const [rows, pseudonyms] = await Promise.all([
    listRows(projectId, actor.userId),
    pseudonymsOf(projectId),
  ]);
  return {
    items: rows.map(({ id, name, query, isShared, ownerId }) => ({
      id,
      name,
      query: fromJson<InboxView>(query),
      isShared,
      owner: pseudonyms.get(ownerId) ?? "",
      isMine: ownerId === actor.userId,
    })),
  };
}
