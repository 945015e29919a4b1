import "server-only";
import { createHash } from "node:crypto";
import { createInflateRaw } from "node:zlib";
import { pipeline, Readable } from "node:stream";

import type { Tx } from "../db/client";
import { eachChunk, findSmallFiles, type FrozenFile } from "../db/release-files";
import {
  archiveSize,
  directoryEntry,
  endOfArchive,
  localHeader,
} from "../domain/formats/zip-records";
import type { PackageKind, PackageSummary } from "../domain/releases/manifest";

const smallBytes = 1_048_576;
const groupBytes = smallBytes;
const groupFiles = 200;

/** The files of a package in the order they have in the archive. */
export function inArchiveOrder(files: readonly FrozenFile[], kind: PackageKind): FrozenFile[] {
  return files
    .filter(({ variant }) => variant === "both" || variant === kind)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * `package.zip` out of frozen files: headers of ours around data that was deflated once, so that
 * the bytes are the same for ever. Holds a few MiB, however large the package is.
 */
export async function* packageBytes(
  projectId: string,
  files: readonly FrozenFile[],
  tx?: Tx,
): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const group of inGroups(files)) {
    const isSmall = group.every(({ nDeflated }) => nDeflated <= smallBytes);
    const ids = group.map(({ id }) => id);
    const small = isSmall
      ? await findSmallFiles(projectId, ids, tx)
      : new Map<string, Uint8Array>();
    for (const file of group) {
      const header = localHeader(file);
      directory.push(directoryEntry({ ...file, headerAt: at }));
      at += header.length + file.nDeflated;
      yield header;
      const bytes = small.get(file.id);
      if (bytes) yield bytes;
      else yield* eachChunk(projectId, file.id, tx);
    }
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield endOfArchive(files.length, entries.length, at);
}

/** Size and hash of the archive, by making it once. */
export async function summarise(
  projectId: string,
  files: readonly FrozenFile[],
  tx: Tx,
): Promise<PackageSummary> {
  const hash = createHash("sha256");
  for await (const bytes of packageBytes(projectId, files, tx)) hash.update(bytes);
  return { sha256: hash.digest("hex"), nBytes: archiveSize(files), nFiles: files.length };
}

/** The contents of one frozen file. */
export async function* fileBytes(
  projectId: string,
  fileId: string,
  tx?: Tx,
): AsyncGenerator<Uint8Array> {
  const stored = Readable.from(eachChunk(projectId, fileId, tx));
  // An error while reading breaks the inflated stream off, which is where it is handled.
  const inflated = pipeline(stored, createInflateRaw(), () => undefined);
  yield* inflated as AsyncIterable<Buffer>;
}

function* inGroups(files: readonly FrozenFile[]): Generator<FrozenFile[]> {
  let group: FrozenFile[] = [];
  let nBytes = 0;
  for (const file of files) {
    if (group.length > 0 && (nBytes + file.nDeflated > groupBytes || group.length >= groupFiles)) {
      yield group;
      group = [];
      nBytes = 0;
    }
    group.push(file);
    nBytes += file.nDeflated;
  }
  if (group.length > 0) yield group;
}
