import { crc32, inflateRawSync } from "node:zlib";

import {
  isEscapingPath,
  packedBytes,
  readZipDirectory,
  type ZipEntry,
} from "../../domain/formats/zip-directory";
import type { FileProblem, Unpacked, UploadedFile } from "./uploaded-file";

/** What an upload may unpack to. */
export const unpackLimits = {
  entries: 10_000,
  /** Of all files together. */
  totalBytes: 134_217_728,
  /** Size over packed size; text packs to a tenth, a bomb to a thousandth. */
  ratio: 200,
};

/**
 * The files of a ZIP archive, named `archive/path`. One entry that is unsafe or broken makes the
 * whole archive unreadable. Sizes are checked in the directory before anything is unpacked, and an
 * entry that unpacks to more than it said is stopped there.
 */
export function readZip(archive: string, bytes: Uint8Array): Unpacked {
  const unpacked: Unpacked = { files: [], errors: [] };
  for (const one of unpackZip(archive, bytes, unpackLimits)) {
    if ("message" in one) unpacked.errors.push(one);
    else unpacked.files.push(one);
  }
  return unpacked.errors.length > 0 ? { ...unpacked, files: [] } : unpacked;
}

/** As `readZip`, one file at a time, each unpacked when it is asked for. */
export function* unpackZip(
  archive: string,
  bytes: Uint8Array,
  limits: { entries: number; totalBytes: number },
): Generator<UploadedFile | FileProblem> {
  const entries = readZipDirectory(bytes);
  if (!entries) {
    const message = "The archive ends before its directory. Upload it again, or pack it again.";
    yield { file: archive, line: 1, message };
    return;
  }
  const wanted = entries.filter(({ path, isFolder }) => !isFolder && !isClutter(path));
  const refusal = refuseArchive(archive, wanted, limits);
  if (refusal) {
    yield refusal;
    return;
  }
  for (const entry of wanted) {
    const name = `${archive}/${entry.path}`;
    const content = unpack(bytes, entry);
    const message = "This file of the archive is damaged. Pack it again.";
    yield content ? { name, bytes: content } : { file: name, line: 1, message };
  }
}

/** What operating systems put into archives by themselves. */
function isClutter(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._[^/]*$)/.test(path);
}

function refuseArchive(
  archive: string,
  entries: readonly ZipEntry[],
  limits: { entries: number; totalBytes: number },
): FileProblem | null {
  const refuse = (message: string, file = archive) => ({ file, line: 1, message });
  if (entries.length === 0) return refuse("The archive holds no files.");
  if (entries.length > limits.entries) {
    return refuse(`The archive holds more than ${limits.entries} files. Split it.`);
  }
  for (const entry of entries) {
    const reason = refuseEntry(entry);
    if (reason) return refuse(reason, `${archive}/${entry.path.slice(0, 200)}`);
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.totalBytes) {
    const mebibytes = limits.totalBytes / 1_048_576;
    return refuse(`The archive unpacks to more than ${mebibytes} MiB. Split it.`);
  }
  return null;
}

function refuseEntry({ path, isEncrypted, isLink, method, packedSize, size }: ZipEntry) {
  if (isEscapingPath(path)) return "This path leads out of the archive. Pack the folder again.";
  if (isLink) return "This is a link, not a file. Pack the file itself.";
  if (isEncrypted) return "This file has a password. Pack it without one.";
  if (method !== 0 && method !== 8) return "This file is packed in an unusual way. Use plain ZIP.";
  if (/\.(zip|gz|tgz|tar|7z|rar)$/i.test(path)) {
    return "Archives inside archives aren't opened. Put the files themselves in.";
  }
  if (size > 1_048_576 && size > packedSize * unpackLimits.ratio) {
    return "This file unpacks to suspiciously much and was not opened.";
  }
  return null;
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = packedBytes(bytes, entry);
  if (!packed) return null;
  try {
    const content =
      entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.size || 1 });
    return content.length === entry.size && crc32(content) === entry.crc32 ? content : null;
  } catch {
    return null;
  }
}
