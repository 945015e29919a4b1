import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { Prisma, PrismaClient } from "./generated/client";

/** @throws where the app was not started by its own command */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; start the app with npm start.");
  return url;
}

const kept = globalThis as { slantwiseDb?: { prisma: PrismaClient; pool: pg.Pool } };

function connect(): { prisma: PrismaClient; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    max: 12,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that dies must not take the process with it; the next query reconnects.
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
  return { prisma, pool };
}

/** Built on first use, so that importing a module needs no database; kept over hot reloads. */
export function db(): PrismaClient {
  return (kept.slantwiseDb ??= connect()).prisma;
}

/** The same connections, for what is too large to be carried through Prisma. */
export function pool(): pg.Pool {
  return (kept.slantwiseDb ??= connect()).pool;
}

/** What `db` functions run on: the client, or the transaction that a service opened. */
export type Tx = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction"
>;

/** Runs `work` in one READ COMMITTED transaction: all of it is stored, or nothing. */
export function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db().$transaction((tx) => work(tx));
}

/** As `inTransaction`, for work that takes minutes. */
export function inLongTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db().$transaction((tx) => work(tx), { timeout: 3_600_000 });
}

export async function disconnect(): Promise<void> {
  const { prisma, pool } = kept.slantwiseDb ?? {};
  kept.slantwiseDb = undefined;
  await prisma?.$disconnect();
  await pool?.end();
}

/** Whether a unique constraint refused the write. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** Whether a statement gave up waiting for a lock. */
export function isLockTimeout(error: unknown): boolean {
  return sqlStateOf(error) === "55P03";
}

/** Whether the database had no room left for the write. */
export function isDiskFull(error: unknown): boolean {
  return sqlStateOf(error) === "53100";
}

/** The SQLSTATE behind an error, however deep Prisma has wrapped it, if it has. */
function sqlStateOf(error: unknown): string | null {
  if (error instanceof pg.DatabaseError) return error.code ?? null;
  if (!(error instanceof Error)) return null;
  const { meta, cause } = error as { meta?: Record<string, unknown>; cause?: unknown };
  const found = /"(?:originalCode|code|sqlState)":"([0-9A-Z]{5})"/.exec(
    JSON.stringify([meta, cause]),
  );
  return found?.[1] ?? null;
}
