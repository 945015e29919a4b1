import { crc32 } from "node:zlib";

import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  type ZipFile,
} from "yauzl";

import type { Explained } from "../../domain/reason";
import { type ArticleSource, UnpackError, type UnpackLimits } from "./source";
import type { FileProblem } from "./uploaded-file";

/** Size over packed size; text packs to a tenth, a bomb to a thousandth. */
export const mostRatio = 200;
/** Below this even a bomb does no harm. */
export const harmlessBytes = 1_048_576;

export const suspiciouslyMuch: Explained = {
  message: "This file unpacks to suspiciously much and was not opened.",
  reason: "unpacks_to_suspiciously_much",
};
const cutOff: Explained = {
  message: "The archive ends before its directory. Upload it again, or pack it again.",
  reason: "archive_cut_off",
};
const damaged: Explained = {
  message: "This file of the archive is damaged. Pack it again.",
  reason: "entry_damaged",
};

/** A ZIP archive on the disk, or one that is small enough to be held. */
export type ZipPlace = string | Uint8Array;
type File = { entry: Entry; path: string };

/**
 * The files of a ZIP archive, named `archive/path`, each unpacked piece by piece as often as it is
 * read. The whole directory is looked at first: one entry that is unsafe makes the whole archive
 * unreadable. An entry that unpacks to more or to something else than it said is stopped there, with
 * an `UnpackError`.
 */
export async function* unpackZip(
  archive: string,
  place: ZipPlace,
  limits: UnpackLimits,
): AsyncGenerator<ArticleSource | FileProblem> {
  let refusal: FileProblem | null = null;
  try {
    refusal = await withZip(place, (zip) => refuseArchive(archive, zip, limits));
  } catch (error) {
    if (isFromSystem(error)) throw error;
    refusal = { file: archive, line: 1, ...cutOff };
  }
  if (refusal) {
    yield refusal;
    return;
  }
  const zip = await openZip(place);
  try {
    for await (const { entry, path } of filesOf(zip))
      yield toSource(zip, entry, `${archive}/${path}`);
  } finally {
    zip.close();
  }
}

function openZip(place: ZipPlace): Promise<ZipFile> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false };
  return typeof place === "string"
    ? openPromise(place, options)
    : fromBufferPromise(Buffer.from(place.buffer, place.byteOffset, place.byteLength), options);
}

async function withZip<Result>(
  place: ZipPlace,
  work: (zip: ZipFile) => Promise<Result>,
): Promise<Result> {
  const zip = await openZip(place);
  try {
    return await work(zip);
  } finally {
    zip.close();
  }
}

/** Entries that are no folders, and nothing that operating systems put into archives by themselves. */
async function* filesOf(zip: ZipFile): AsyncGenerator<File> {
  for await (const entry of zip.eachEntry()) {
    const path = pathOf(entry);
    const isClutter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._[^/]*$)/.test(path);
    if (!path.endsWith("/") && !isClutter) yield { entry, path };
  }
}

/** Many tools write UTF-8 and forget to say so. */
function pathOf(entry: Entry): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(entry.fileNameRaw);
  } catch {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  }
}

async function refuseArchive(
  archive: string,
  zip: ZipFile,
  limits: UnpackLimits,
): Promise<FileProblem | null> {
  const refuse = (why: Explained, file = archive) => ({ file, line: 1, ...why });
  let [nFiles, nBytes] = [0, 0];
  for await (const { entry, path } of filesOf(zip)) {
    const why = refuseEntry(entry, path);
    if (why) return refuse(why, `${archive}/${shownPath(path)}`);
    nFiles += 1;
    nBytes += entry.uncompressedSize;
    if (nFiles > limits.entries) {
      const message = `The archive holds more than ${limits.entries} files. Split it.`;
      const facts = { most: limits.entries };
      return refuse({ message, reason: "archive_too_many_files", facts });
    }
    if (nBytes > limits.totalBytes) {
      const mebibytes = limits.totalBytes / 1_048_576;
      const message = `The archive unpacks to more than ${mebibytes} MiB. Split it.`;
      return refuse({ message, reason: "archive_too_much", facts: { mebibytes } });
    }
  }
  const empty: Explained = { message: "The archive holds no files.", reason: "archive_empty" };
  return nFiles === 0 ? refuse(empty) : null;
}

function refuseEntry(entry: Entry, path: string): Explained | null {
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (isEscapingPath(path)) {
    const message = "This path leads out of the archive. Pack the folder again.";
    return { message, reason: "entry_outside" };
  }
  if (isLink) {
    const message = "This is a link, not a file. Pack the file itself.";
    return { message, reason: "entry_link" };
  }
  if (entry.isEncrypted()) {
    return { message: "This file has a password. Pack it without one.", reason: "entry_locked" };
  }
  if (!entry.canDecodeFileData()) {
    const message = "This file is packed in an unusual way. Use plain ZIP.";
    return { message, reason: "entry_packed_unusually" };
  }
  if (/\.(zip|gz|tgz|tar|7z|rar)$/i.test(path)) {
    const message = "Archives inside archives aren't opened. Put the files themselves in.";
    return { message, reason: "archive_in_archive" };
  }
  const { uncompressedSize, compressedSize } = entry;
  const isBomb = uncompressedSize > harmlessBytes && uncompressedSize > compressedSize * mostRatio;
  return isBomb ? suspiciouslyMuch : null;
}

/** Whether a path of an archive leads out of the folder it is unpacked in. */
function isEscapingPath(path: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\0/.test(path) || path.split(/[/\\]/).some((part) => part === "..");
}

/** A path as it can be stored in a report, whatever an archive says. */
function shownPath(path: string): string {
  return path.slice(0, 200).replaceAll("\0", "\uFFFD").toWellFormed();
}

function toSource(zip: ZipFile, entry: Entry, name: string): ArticleSource {
  return {
    name,
    async *chunks() {
      let sum = 0;
      try {
        const stream = await zip.openReadStreamPromise(entry);
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          sum = crc32(chunk, sum);
          yield chunk;
        }
      } catch (error) {
        if (isFromSystem(error)) throw error;
        throw new UnpackError(damaged);
      }
      if (sum !== entry.crc32) throw new UnpackError(damaged);
    },
  };
}

/** Whether the disk is at fault and not the archive. */
function isFromSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
