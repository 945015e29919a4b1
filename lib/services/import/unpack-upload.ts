import type { Explained } from "../../domain/reason";
import { gunzipped } from "./gunzip-chunks";
import { isZip } from "./read-source";
import { unpackZip } from "./read-zip";
import {
  type ArticleSource,
  readWhole,
  sourceOfBytes,
  UnpackError,
  type UnpackLimits,
} from "./source";
import type { Unpacked, UploadedFile } from "./uploaded-file";

/** What an upload may unpack to that is answered at once. */
export const smallLimits: UnpackLimits = { entries: 10_000, totalBytes: 134_217_728 };

const tooMuch: Explained = {
  message: "The upload unpacks to too much. Send it in several parts.",
  reason: "upload_too_much",
};

/**
 * Plain files of an upload, whole: ZIP archives and .gz files are opened, one level deep. Word
 * processors' files are ZIP archives too and are left as they are, to be refused for what they are.
 */
export async function unpackUpload(uploads: readonly UploadedFile[]): Promise<Unpacked> {
  const all: Unpacked = { files: [], errors: [] };
  for (const upload of uploads) {
    const { files, errors } = await unpackOne(upload);
    all.files.push(...files);
    all.errors.push(...errors);
  }
  const total = all.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > smallLimits.totalBytes || all.files.length > smallLimits.entries) {
    const file = uploads[0]?.name ?? "";
    return { files: [], errors: [{ file, line: 1, ...tooMuch }] };
  }
  return all;
}

async function unpackOne(upload: UploadedFile): Promise<Unpacked> {
  const { name, bytes } = upload;
  if (isZip(name, bytes)) return unpackArchive(upload);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { files: [upload], errors: [] };
  const inner = name.replace(/\.gz$/i, "");
  const { chunks } = sourceOfBytes(upload);
  const files: UploadedFile[] = [];
  const refusal = await takeWhole(
    { name: inner, chunks: gunzipped(chunks, smallLimits.totalBytes) },
    files,
  );
  return { files, errors: refusal === null ? [] : [{ file: name, line: 1, ...refusal }] };
}

/** One entry that is unsafe or broken makes the whole archive unreadable. */
async function unpackArchive({ name, bytes }: UploadedFile): Promise<Unpacked> {
  const unpacked: Unpacked = { files: [], errors: [] };
  for await (const file of unpackZip(name, bytes, smallLimits)) {
    if ("message" in file) unpacked.errors.push(file);
    else {
      const refusal = await takeWhole(file, unpacked.files);
      if (refusal !== null) unpacked.errors.push({ file: file.name, line: 1, ...refusal });
    }
  }
  return unpacked.errors.length > 0 ? { ...unpacked, files: [] } : unpacked;
}

/** @returns why it can't be unpacked, or null */
async function takeWhole(source: ArticleSource, files: UploadedFile[]): Promise<Explained | null> {
  try {
    const bytes = await readWhole(source, smallLimits.totalBytes);
    if (bytes) files.push({ name: source.name, bytes });
    return bytes ? null : tooMuch;
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    return error.why;
  }
}
