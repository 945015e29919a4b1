import "server-only";
import { readFile } from "node:fs/promises";

import type { z } from "zod";

import { AppError, type FieldError } from "../domain/errors";
import { fieldErrorsOf } from "../domain/field-errors";
import { fieldSentences } from "../domain/field-sentences";
import { findIllFormed } from "../domain/text/well-formed";
import type { SpooledFile, SpooledForm } from "./spool-form";

const longestName = 200;

/**
 * Files of an upload form, sent as `file`, and its other fields as the schema reads them.
 * @throws {AppError} invalid
 */
export function readUpload<Fields extends z.ZodType>(form: SpooledForm, schema: Fields) {
  if (form.files.length === 0 || form.hasOtherFiles) {
    throw invalid([{ path: "file", message: "Send one or more files as “file”." }]);
  }
  const fields = schema.safeParse(Object.fromEntries(form.fields));
  if (!fields.success) {
    throw invalid(fieldErrorsOf(fields.error.issues));
  }
  if (form.files.some(({ name }) => findIllFormed(name) !== null)) {
    const message = fieldSentences.broken_character;
    throw invalid([{ path: "file", message, reason: "broken_character" }]);
  }
  const files = form.files.map((file) => ({ ...file, name: shorten(file.name) }));
  return { files, fields: fields.data };
}

/** As `readUpload`, with the files' bytes. @throws {AppError} invalid */
export async function readWholeUpload<Fields extends z.ZodType>(form: SpooledForm, schema: Fields) {
  const { files, fields } = readUpload(form, schema);
  return { files: await Promise.all(files.map(readBytes)), fields };
}

/** As `readWholeUpload`, for one file. @throws {AppError} invalid */
export async function readOneFile<Fields extends z.ZodType>(form: SpooledForm, schema: Fields) {
  const { files, fields } = readUpload(form, schema);
  const [file, ...others] = files;
  if (!file || others.length > 0) {
    throw invalid([{ path: "file", message: "Send exactly one file as “file”." }]);
  }
  return { file: await readBytes(file), fields };
}

/** The beginning of a name; half a character at its end goes. */
function shorten(name: string): string {
  return name.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, "");
}

async function readBytes({ name, path }: SpooledFile) {
  return { name, bytes: new Uint8Array(await readFile(path)) };
}

function invalid(errors: FieldError[]): AppError {
  const message = errors[0]?.message ?? "The form isn't right.";
  return new AppError("invalid", message, { errors, reason: "input_invalid" });
}
