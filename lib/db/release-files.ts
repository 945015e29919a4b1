import type { PackageKind } from "../domain/releases/manifest";
import { db, type Tx } from "./client";

export type FrozenFile = {
  id: string;
  /** Which package it is in, or "both". */
  variant: PackageKind | "both";
  path: string;
  sha256: string;
  crc32: number;
  nBytes: number;
  nDeflated: number;
};
export type FrozenChunk = { fileId: string; part: number; bytes: Uint8Array<ArrayBuffer> };

const insertBatch = 1000;

export async function insertChunks(
  tx: Tx,
  projectId: string,
  chunks: readonly FrozenChunk[],
): Promise<void> {
  await tx.releaseChunk.createMany({ data: chunks.map((chunk) => ({ ...chunk, projectId })) });
}

export async function insertFiles(
  tx: Tx,
  home: { projectId: string; releaseId: string },
  files: readonly FrozenFile[],
): Promise<void> {
  for (let at = 0; at < files.length; at += insertBatch) {
    await tx.releaseFile.createMany({
      data: files.slice(at, at + insertBatch).map((file) => ({ ...file, ...home })),
    });
  }
}

function toFile(row: {
  id: string;
  variant: PackageKind | "both";
  path: string;
  sha256: string;
  crc32: bigint;
  nBytes: bigint;
  nDeflated: bigint;
}): FrozenFile {
  return {
    ...{ id: row.id, variant: row.variant, path: row.path, sha256: row.sha256 },
    crc32: Number(row.crc32),
    nBytes: Number(row.nBytes),
    nDeflated: Number(row.nDeflated),
  };
}

type Package = { projectId: string; releaseId: string; kind: PackageKind };

/** The files of a package, in no order. */
export async function listFiles({ projectId, releaseId, kind }: Package): Promise<FrozenFile[]> {
  const rows = await db().releaseFile.findMany({
    where: { projectId, releaseId, variant: { in: ["both", kind] } },
  });
  return rows.map(toFile);
}

export async function findFile(
  { projectId, releaseId, kind }: Package,
  path: string,
  tx: Tx = db(),
): Promise<FrozenFile | null> {
  const row = await tx.releaseFile.findFirst({
    where: { projectId, releaseId, path, variant: { in: ["both", kind] } },
  });
  return row && toFile(row);
}

/** The stored bytes of a file, in order, a part of at most a MiB at a time. */
export async function* eachChunk(
  projectId: string,
  fileId: string,
  tx: Tx = db(),
): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const where = { projectId_fileId_part: { projectId, fileId, part } };
    const row = await tx.releaseChunk.findUnique({ where, select: { bytes: true } });
    if (!row) return;
    yield row.bytes;
  }
}

/** The stored bytes of files that are a single chunk each, by file id. */
export async function findSmallFiles(
  projectId: string,
  fileIds: readonly string[],
  tx: Tx = db(),
): Promise<Map<string, Uint8Array>> {
  const rows = await tx.releaseChunk.findMany({
    where: { projectId, fileId: { in: [...fileIds] } },
    select: { fileId: true, bytes: true },
  });
  return new Map(rows.map(({ fileId, bytes }) => [fileId, bytes]));
}
