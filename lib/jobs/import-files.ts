import { z } from "zod";

import { articleFormats, encodings } from "../contracts/imports";
import { disconnect } from "../db/client";
import { articleFields } from "../domain/articles/make-article";
import { AppError } from "../domain/errors";
import type { HelperAnswer } from "../server/helper-process";
import { describeError, log } from "../server/log";
import { giveWay } from "../server/low-priority";
import { importArticles } from "../services/article-import";
import { sourceOfFile } from "../services/import/source";

const request = z.object({
  id: z.int(),
  job: z.object({
    actor: z.object({ userId: z.uuid() }),
    projectId: z.uuid(),
    files: z.array(z.object({ name: z.string(), path: z.string() })),
    options: z.object({
      format: z.enum(articleFormats).optional(),
      encoding: z.enum(encodings).optional(),
      columns: z.partialRecord(z.enum(articleFields), z.string()).optional(),
      dryRun: z.boolean(),
      partial: z.boolean(),
    }),
  }),
});

/** Reads files that were uploaded, for the process that began this one. */
async function answer(message: unknown): Promise<HelperAnswer> {
  const { id, job } = request.parse(message);
  try {
    const sources = job.files.map(({ name, path }) => sourceOfFile(name, path));
    return { id, result: await importArticles(job.actor, job.projectId, sources, job.options) };
  } catch (error) {
    if (error instanceof AppError) {
      const { code, message, details } = error;
      return { id, problem: { code, message, details } };
    }
    log("error", "import.failed", describeError(error));
    return { id, failure: "the import broke" };
  }
}

giveWay();
process.on("message", (message) => {
  void answer(message).then((one) => process.send?.(one));
});
process.on("disconnect", () => void disconnect().finally(() => process.exit()));
