import { db } from "./client";

/** Migrations that were begun and neither finished nor rolled back. @throws if the database is away */
export async function countUnfinishedMigrations(): Promise<number> {
  const [row] = await db().$queryRaw<{ unfinished: number }[]>`
    SELECT count(*)::int AS unfinished FROM "_prisma_migrations"
    WHERE finished_at IS NULL AND rolled_back_at IS NULL`;
  return row?.unfinished ?? 0;
}
