import { db, type Tx } from "./client";
import { toJson } from "./json";

/** @returns whether it was stored; a known id changes nothing */
export async function insertSavedView(
  tx: Tx,
  view: {
    id: string;
    projectId: string;
    ownerId: string;
    name: string;
    query: unknown;
    isShared: boolean;
  },
): Promise<boolean> {
  const { count } = await tx.savedView.createMany({
    data: [{ ...view, query: toJson(view.query) }],
    skipDuplicates: true,
  });
  return count === 1;
}

export function findSavedView(tx: Tx, id: string) {
  return tx.savedView.findUnique({ where: { id } });
}

/** Views of the member and those that others share, in the order they were saved. */
export function listSavedViews(projectId: string, ownerId: string) {
  return db().savedView.findMany({
    where: { projectId, removedAt: null, OR: [{ ownerId }, { isShared: true }] },
    orderBy: { id: "asc" },
    take: 200,
  });
}

/** @returns whether there was one to remove; the row stays */
export async function removeSavedView(
  projectId: string,
  ownerId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { count } = await db().savedView.updateMany({
    where: { id, projectId, ownerId, removedAt: null },
    data: { removedAt: now },
  });
  return count === 1;
}
