import { gunzipSync } from "node:zlib";

import { readZip, unpackLimits } from "./read-zip";
import { extensionOf, type Unpacked, type UploadedFile } from "./uploaded-file";

/**
 * Plain files of an upload: ZIP archives and .gz files are opened, told by their first bytes, one
 * level deep. Word processors' files are ZIP archives too and are left as they are, to be refused
 * for what they are.
 */
export function unpackUpload(uploads: readonly UploadedFile[]): Unpacked {
  const all: Unpacked = { files: [], errors: [] };
  for (const upload of uploads) {
    const { files, errors } = unpackOne(upload);
    all.files.push(...files);
    all.errors.push(...errors);
  }
  const total = all.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > unpackLimits.totalBytes || all.files.length > unpackLimits.entries) {
    const file = uploads[0]?.name ?? "";
    const message = "The upload unpacks to too much. Send it in several parts.";
    return { files: [], errors: [{ file, line: 1, message }] };
  }
  return all;
}

function unpackOne(upload: UploadedFile): Unpacked {
  const { name, bytes } = upload;
  const [a, b] = bytes;
  const isZip = a === 0x50 && b === 0x4b && /^(zip|)$/.test(extensionOf(name));
  if (isZip || extensionOf(name) === "zip") return readZip(name, bytes);
  return a === 0x1f && b === 0x8b ? readGzip(upload) : { files: [upload], errors: [] };
}

function readGzip({ name, bytes }: UploadedFile): Unpacked {
  const refuse = (message: string) => ({ files: [], errors: [{ file: name, line: 1, message }] });
  const inner = name.replace(/\.gz$/i, "");
  if (/\.(tgz|tar)$/i.test(inner)) return refuse("TAR archives aren't opened. Send a ZIP archive.");
  const roomy = Math.max(1_048_576, bytes.length * unpackLimits.ratio);
  const maxOutputLength = Math.min(unpackLimits.totalBytes, roomy);
  try {
    const content = gunzipSync(bytes, { maxOutputLength });
    const isArchive = content[0] === 0x1f || (content[0] === 0x50 && content[1] === 0x4b);
    if (isArchive) return refuse("Archives inside archives aren't opened.");
    return { files: [{ name: inner, bytes: content }], errors: [] };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? refuse("This file unpacks to suspiciously much and was not opened.")
      : refuse("This file is cut off or damaged. Upload it again, or pack it again.");
  }
}
