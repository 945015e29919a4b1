import pg from "pg";

import type { Bulk } from "./bulk";
import { pool } from "./client";
import { CopyOut } from "./copy-out";

type Place = { projectId: string; importId: string };

export async function insertPart(
  bulk: Bulk,
  { projectId, importId }: Place,
  at: number,
  bytes: Uint8Array,
): Promise<void> {
  await bulk(
    `INSERT INTO "ImportPart" ("projectId", "importId", at, bytes) VALUES ($1, $2, $3, $4)`,
    [projectId, importId, at, bytes],
  );
}

/** Bytes of the binary form of COPY: before its rows, before the one value of a row, and behind all. */
const [headerBytes, rowBytes, trailerBytes] = [19, 6, 2];

/**
 * The bytes of the part that begins at a byte, or null behind the last one. COPY alone hands them
 * over as they are; as a column they come in hexadecimal, which takes three times as long.
 */
export async function findPart(
  { projectId, importId }: Place,
  at: number,
): Promise<Uint8Array | null> {
  const client = await pool().connect();
  let isDone = false;
  try {
    const statement = `COPY (
      SELECT bytes FROM "ImportPart" WHERE "projectId" = ${pg.escapeLiteral(projectId)}
        AND "importId" = ${pg.escapeLiteral(importId)} AND at = ${at}
    ) TO STDOUT (FORMAT binary)`;
    const pieces: Buffer[] = [];
    for await (const piece of client.query(new CopyOut(statement)) as AsyncIterable<Buffer>) {
      pieces.push(piece);
    }
    isDone = true;
    const all = Buffer.concat(pieces);
    if (all.length === headerBytes + trailerBytes) return null;
    return all.subarray(headerBytes + rowBytes, all.length - trailerBytes);
  } finally {
    client.release(!isDone);
  }
}
