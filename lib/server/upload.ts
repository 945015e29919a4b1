import "server-only";

import { AppError } from "../domain/errors";

/** Files of an upload form with its switches. @throws {AppError} invalid */
export async function readUpload(form: FormData) {
  const parts = form.getAll("file");
  const uploads = parts.filter((part) => typeof part !== "string");
  if (uploads.length === 0 || uploads.length !== parts.length) {
    throw invalid("file", "Send one or more files as “file”.");
  }
  const format = form.get("format");
  if (format !== null && format !== "article") {
    throw invalid("format", "The only format is “article”.");
  }
  const files = await Promise.all(
    uploads.map(async (upload) => ({
      name: upload.name.slice(0, 200),
      bytes: new Uint8Array(await upload.arrayBuffer()),
    })),
  );
  return {
    files,
    dryRun: form.get("dryRun") === "true",
    partial: form.get("partial") === "true",
  };
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid", message, { errors: [{ path, message }] });
}
