export type PageRequest = { cursor?: string; limit: number };
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** Prisma arguments for one page in id order, plus one row that tells whether more follow. */
export function pageArguments({ cursor, limit }: PageRequest) {
  return {
    take: limit + 1,
    orderBy: { id: "asc" as const },
    ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
  };
}

/**
 * The same for the rows that belong to one project or person. PostgreSQL may take the walk over all
 * ids for the shorter way, past every row of whoever came before: asked for a range of owners, in
 * their order, it takes the index that begins with them, and with the status after that if one is
 * asked for. Once there is a cursor, the walk starts among the owner's own rows.
 */
export function ownedPage<Owner extends "projectId" | "annotatorId">(
  owner: Owner,
  id: string,
  { cursor, limit }: PageRequest,
) {
  const isOwned = cursor === undefined ? { gte: id, lte: id } : id;
  return {
    where: {
      ...({ [owner]: isOwned } as Record<Owner, typeof isOwned>),
      ...(cursor === undefined ? {} : { id: { gt: cursor } }),
    },
    page: {
      take: limit + 1,
      orderBy: [{ [owner]: "asc" } as Record<Owner, "asc">, { id: "asc" as const }],
    },
  };
}

/** Cuts the look-ahead row off and names the last id as the cursor. */
export function toPage<Row extends { id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? last.id : null,
  };
}
