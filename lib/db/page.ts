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
