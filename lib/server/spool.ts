import "server-only";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { AppError } from "../domain/errors";

/** Where uploads lie while they are read: with the app's other data, or where the system keeps such. */
const home = () => path.join(process.env.DATA_DIR ?? tmpdir(), "slantwise-spool");
/** What is older was left by a process that died. */
const leftoverMs = 86_400_000;

/** A folder of its own, empty, for this process alone. */
export async function makeSpoolFolder(): Promise<string> {
  const folder = path.join(home(), randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export async function removeSpoolFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Yields what `work` does and takes its files away afterwards, however it ends. */
export async function* withSpoolFolder<Item>(
  work: (newFile: () => string) => AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  const folder = await makeSpoolFolder();
  try {
    yield* work(() => path.join(folder, randomUUID()));
  } finally {
    await removeSpoolFolder(folder);
  }
}

/** Writes at the pace of the disk. @throws {AppError} out_of_space when there is no room */
export async function writeToDisk(chunks: AsyncIterable<Uint8Array>, file: string): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    throw explainNoRoom(error);
  }
}

/** The error itself, or what to do where the disk has no room left. */
export function explainNoRoom(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  const message =
    "The server's disk is full, so nothing of this was stored. Make room and try again.";
  return new AppError("out_of_space", message, { reason: "server_disk_full" });
}

/** Takes away what processes left that were ended in the middle of their work. */
export async function removeOldSpoolFolders(): Promise<void> {
  await mkdir(home(), { recursive: true });
  for (const name of await readdir(home())) {
    const folder = path.join(home(), name);
    // Another process may have taken it away just now.
    const madeAtMs = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (Date.now() - madeAtMs > leftoverMs) await removeSpoolFolder(folder);
  }
}
