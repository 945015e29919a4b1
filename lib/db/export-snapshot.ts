import { Socket, type SocketConstructorOpts } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import type { Codebook } from "../domain/codebook/codebook";
import { db } from "./client";
import { CopyOut } from "./copy-out";

type Purpose = "download" | "preview";
const kept = globalThis as { slantwiseExports?: Partial<Record<Purpose, pg.Pool>> };
const chunkBytes = 65_536;
// As long as a chunk takes to come: meanwhile others are answered, and a whole one gathers.
const restMs = 1;

/**
 * Apart from the app's own connections: a slow download must not keep anybody from saving, nor
 * from seeing what there is to download.
 */
function poolFor(purpose: Purpose): pg.Pool {
  const pools = (kept.slantwiseExports ??= {});
  return (pools[purpose] ??= makePool());
}

function makePool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 4,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    // One read at a time, which is a chunk as it stands: joining several would take memory for each.
    stream: () => new Socket({ readableHighWaterMark: 1 } as SocketConstructorOpts),
  });
  // An idle connection that dies must not take the process with it; the next export reconnects.
  made.on("error", () => undefined);
  return made;
}

// One sure plan whatever the statistics say: walk the articles by their index and sort what
// belongs to each. It starts at once and holds one article; a hash or a full sort does neither.
export const exportSettings = [
  ...["hashjoin", "mergejoin", "sort"].map((name) => `SET LOCAL enable_${name} = off`),
  ...["SET LOCAL jit = off", "SET LOCAL max_parallel_workers_per_gather = 0"],
  "SET LOCAL TimeZone = 'UTC'",
];
const begin = ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ...exportSettings].join("; ");

/** The database as it stood at one moment, on a connection of its own. */
export class ExportSnapshot {
  private isOver = false;

  private constructor(
    private readonly client: pg.PoolClient,
    private readonly backendId: number,
  ) {}

  /** @returns null when as many exports run as may at once */
  static async open(purpose: Purpose = "download"): Promise<ExportSnapshot | null> {
    const client = await poolFor(purpose)
      .connect()
      .catch((error: Error) => {
        if (error.message.startsWith("timeout exceeded")) return null;
        throw error;
      });
    if (!client) return null;
    // A connection that is lost fails the query too, which is where it is handled.
    client.on("error", ignore);
    try {
      await client.query(begin);
      const { rows } = await client.query<{ id: number }>("SELECT pg_backend_pid() AS id");
      return new ExportSnapshot(client, rows[0]?.id ?? 0);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Rows of a statement with bound values. */
  async find<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.client.query<Row>(text, [...values]);
    return rows;
  }

  /** Every codebook version of the project, oldest first. */
  listCodebooks(projectId: string): Promise<{ id: string; definition: Codebook }[]> {
    return this.find(
      `SELECT id, definition FROM "CodebookVersion" WHERE "projectId" = $1 ORDER BY number`,
      [projectId],
    );
  }

  /**
   * What a COPY ... TO STDOUT sends, cut anywhere, at the pace at which it is taken; the snapshot
   * is over at the end. @throws when the database fails half way, or the snapshot is abandoned
   */
  async *copy(statement: string): AsyncGenerator<Buffer> {
    try {
      const stream = this.client.query(new CopyOut(statement, chunkBytes));
      // Taking the connection away makes it fail once more, when nobody iterates any longer.
      stream.on("error", ignore);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        yield chunk;
        // Read on at once, dozens of chunks that are there already would go through before anybody
        // else's request has its turn.
        await sleep(restMs);
      }
      await this.close();
    } finally {
      this.abandon();
    }
  }

  /** Gives the connection back; there is nothing more to read. */
  async close(): Promise<void> {
    await this.client.query("COMMIT");
    this.release(false);
  }

  /** Ends the query, if one runs, and the connection. Harmless when the snapshot is over. */
  abandon(): void {
    if (this.isOver) return;
    this.release(true);
    // A server that is busy sorting doesn't notice by itself that nobody listens.
    db().$queryRaw`SELECT pg_cancel_backend(${this.backendId}::int)`.catch(ignore);
  }

  private release(isBroken: boolean): void {
    this.isOver = true;
    this.client.removeListener("error", ignore);
    // What is left of a broken query may still fail.
    if (isBroken) this.client.on("error", () => undefined);
    this.client.release(isBroken);
  }
}

function ignore(): void {}
