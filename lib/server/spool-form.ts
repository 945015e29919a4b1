import "server-only";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

import { Busboy } from "@fastify/busboy";

import { AppError } from "../domain/errors";
import { explainNoRoom, makeSpoolFolder, removeSpoolFolder } from "./spool";

/** A file of an upload, on the disk until the request is answered. */
export type SpooledFile = { name: string; path: string; nBytes: number };
export type SpooledForm = {
  fields: [name: string, value: string][];
  files: SpooledFile[];
  /** Whether a file came as another field than `file`. */
  hasOtherFiles: boolean;
  remove: () => Promise<void>;
};

const mostFiles = 10_000;

/**
 * Reads a form, putting its files on the disk as they come, at the disk's pace.
 * @throws {AppError} too_large, invalid for a form that is cut off, out_of_space
 */
export async function spoolForm(request: Request, maxBytes: number): Promise<SpooledForm> {
  const tooLarge = () => {
    const kibibytes = Math.floor(maxBytes / 1024);
    return new AppError(
      "too_large",
      `Send at most ${kibibytes} KiB at once; split what is larger.`,
      { reason: "too_many_bytes", facts: { kibibytes } },
    );
  };
  if (Number(request.headers.get("content-length") ?? "0") > maxBytes) throw tooLarge();
  const folder = await makeSpoolFolder();
  const form: SpooledForm = {
    ...{ fields: [], files: [], hasOtherFiles: false },
    remove: () => removeSpoolFolder(folder),
  };
  try {
    let nBytes = 0;
    const counted = new Transform({
      transform(chunk: Uint8Array, _, done) {
        nBytes += chunk.length;
        done(nBytes > maxBytes ? tooLarge() : null, chunk);
      },
    });
    await readParts(request, counted, folder, form);
    return form;
  } catch (error) {
    await form.remove();
    const explained = explainNoRoom(error);
    if (explained instanceof AppError) throw explained;
    const isOurs = error instanceof Error && "syscall" in error;
    if (isOurs) throw error;
    throw new AppError("invalid", "The upload is cut off, or is no form. Send it again.", {
      reason: "upload_cut_off",
    });
  }
}

async function readParts(
  request: Request,
  counted: Transform,
  folder: string,
  form: SpooledForm,
): Promise<void> {
  const parser = new Busboy({
    headers: { "content-type": request.headers.get("content-type") ?? "" },
    limits: { files: mostFiles, fields: 100, fieldSize: 1_048_576, parts: mostFiles + 100 },
    preservePath: true,
  });
  const writes: Promise<void>[] = [];
  parser.on("field", (name, value) => form.fields.push([name, value]));
  parser.on("file", (field, stream, filename) => {
    if (field !== "file") form.hasOtherFiles = true;
    const file = { name: filename ?? "", path: path.join(folder, randomUUID()), nBytes: 0 };
    form.files.push(file);
    stream.on("data", ({ length }: Buffer) => (file.nBytes += length));
    const write = pipeline(stream, createWriteStream(file.path, { mode: 0o600 }));
    // What fails on the disk ends the reading of the form too.
    write.catch((error: Error) => counted.destroy(error));
    writes.push(write);
  });
  const limited = new Promise<never>((_, reject) => {
    for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
      parser.on(limit, () =>
        reject(
          new AppError("too_large", "Send fewer files at once.", { reason: "too_many_files" }),
        ),
      );
    }
  });
  const body = request.body ? Readable.fromWeb(request.body as never) : Readable.from([]);
  await Promise.race([pipeline(body, counted, parser), limited]);
  await Promise.all(writes);
}
