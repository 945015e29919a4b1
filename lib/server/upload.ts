import "server-only";
import type { z } from "zod";

import { AppError } from "../domain/errors";

/**
 * Files of an upload form, sent as `file`, and its other fields as the schema reads them.
 * @throws {AppError} invalid
 */
export async function readUpload<Fields extends z.ZodType>(form: FormData, schema: Fields) {
  const parts = form.getAll("file");
  const uploads = parts.filter((part) => typeof part !== "string");
  if (uploads.length === 0 || uploads.length !== parts.length) {
    throw invalid([{ path: "file", message: "Send one or more files as “file”." }]);
  }
  const fields = schema.safeParse(
    Object.fromEntries([...form.entries()].filter(([name]) => name !== "file")),
  );
  if (!fields.success) {
    throw invalid(
      fields.error.issues
        .slice(0, 20)
        .map(({ path, message }) => ({ path: path.join("."), message })),
    );
  }
  const files = await Promise.all(
    uploads.map(async (upload) => ({
      name: upload.name.slice(0, 200),
      bytes: new Uint8Array(await upload.arrayBuffer()),
    })),
  );
  return { files, fields: fields.data };
}

/** As `readUpload`, for one file. @throws {AppError} invalid */
export async function readOneFile<Fields extends z.ZodType>(form: FormData, schema: Fields) {
  const { files, fields } = await readUpload(form, schema);
  const [file, ...others] = files;
  if (!file || others.length > 0) {
    throw invalid([{ path: "file", message: "Send exactly one file as “file”." }]);
  }
  return { file, fields };
}

function invalid(errors: { path: string; message: string }[]): AppError {
  return new AppError("invalid", errors[0]?.message ?? "The form isn't right.", { errors });
}
