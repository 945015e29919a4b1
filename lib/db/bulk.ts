import { finished } from "node:stream/promises";

import { PrismaPg } from "@prisma/adapter-pg";
import pLimit from "p-limit";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

import { databaseUrl, type Tx } from "./client";
import type { CopyRows } from "./copy-rows";
import { PrismaClient } from "./generated/client";

/**
 * Statements past Prisma, which takes several times as long over megabytes of values. Those of one
 * transaction follow each other in the order in which they were asked for.
 */
export type Bulk = {
  query<Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]>;
  /** @param into the table, and those of its columns that the rows have: `"Table" (a, b)` */
  copy(into: string, rows: CopyRows): Promise<void>;
};

/** One transaction, reached through Prisma and past it: through Prisma only while nothing is asked of `bulk`. */
export type BulkTx = { tx: Tx; bulk: Bulk };

const longestMs = 3_600_000;
type Purpose = "articles" | "parts";
/**
 * The database has few connections, and whoever saves needs one: further transactions wait. Parts of
 * an upload don't wait for imports, which may take minutes.
 */
const mostConnections: Record<Purpose, number> = { articles: 4, parts: 2 };
const kept = globalThis as { slantwiseBulk?: ReturnType<typeof makeBulkPool> };

function makeBulkPool() {
  const { articles, parts } = mostConnections;
  return {
    inTurn: { articles: pLimit(articles), parts: pLimit(parts) },
    idle: [] as BulkConnection[],
  };
}

/** As `inTransaction`, for work that takes minutes or carries megabytes. */
export function inBulkTransaction<Result>(
  purpose: Purpose,
  work: (transaction: BulkTx) => Promise<Result>,
): Promise<Result> {
  const { inTurn, idle } = (kept.slantwiseBulk ??= makeBulkPool());
  return inTurn[purpose](async () => {
    const connection = idle.pop() ?? new BulkConnection();
    try {
      return await connection.run(work);
    } finally {
      idle.push(connection);
    }
  });
}

/** A pool of one: whatever goes through it goes over the same connection. */
class BulkConnection {
  private client: pg.PoolClient | null = null;
  private latest: Promise<unknown> = Promise.resolve();
  private readonly pool = new pg.Pool({
    connectionString: databaseUrl(),
    application_name: "slantwise import",
    max: 1,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  private readonly prisma = new PrismaClient({
    adapter: new PrismaPg(this.pool),
    transactionOptions: { maxWait: 5_000, timeout: longestMs },
  });

  constructor() {
    this.pool.on("connect", (client) => (this.client = client));
    // An idle connection that dies must not take the process with it; the next use reconnects.
    this.pool.on("error", () => undefined);
  }

  run<Result>(work: (transaction: BulkTx) => Promise<Result>): Promise<Result> {
    return this.prisma.$transaction(async (tx) => {
      // Planned for the values at hand, a project that nobody has counted yet passes for an empty
      // one, in which any index seems as good as the one of hashes.
      await tx.$executeRaw`SET LOCAL plan_cache_mode = force_generic_plan`;
      try {
        return await work({ tx, bulk: this.bulk });
      } finally {
        // What was asked for and not waited for must not run into the transaction's end.
        await this.latest;
      }
    });
  }

  private readonly bulk: Bulk = {
    query: <Row extends object>(text: string, values: readonly unknown[]) =>
      this.inTurn(async (client) => (await client.query<Row>(text, [...values])).rows),
    copy: (into, rows) =>
      this.inTurn(async (client) => {
        const target = client.query(copyFrom(`COPY ${into} FROM STDIN (FORMAT binary)`));
        target.end(rows.end());
        await finished(target);
      }),
  };

  private inTurn<Result>(ask: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const asked = this.latest.then(() => {
      if (!this.client) throw new Error("a bulk statement stands outside its transaction");
      return ask(this.client);
    });
    this.latest = asked.catch(() => undefined);
    return asked;
  }
}
