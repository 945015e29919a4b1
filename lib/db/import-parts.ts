import pg from "pg";

import type { Bulk } from "./bulk";
import { pool } from "./client";
import { CopyOut } from "./copy-out";
import { CopyRows } from "./copy-rows";

type Place = { projectId: string; importId: string };

/** @param parts each with the byte of the file that it begins with */
export async function insertParts(
  bulk: Bulk,
  { projectId, importId }: Place,
  parts: readonly { at: number; bytes: Uint8Array }[],
): Promise<void> {
  const rows = new CopyRows(4);
  for (const { at, bytes } of parts) {
    rows.row().uuid(projectId).uuid(importId).int(at).bytea(bytes);
  }
  await bulk.copy(`"ImportPart" ("projectId", "importId", at, bytes)`, rows);
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
