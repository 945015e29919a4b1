import { z } from "zod";

import { articleFields } from "../domain/articles/make-article";
import { id, wellFormed } from "./fields";

/** How article files can be written; left out, it is told by a file's name and first bytes. */
export const articleFormats = ["plain", "text", "csv", "tsv", "json", "jsonl", "html"] as const;
export type ArticleFormat = (typeof articleFormats)[number];

/** How finished annotations can be written; left out, it is told by name and content. */
export const annotationFormats = [
  "slantwise",
  "brat",
  "ptc",
  "web-annotation",
  "label-studio",
  "doccano",
  "basil",
  "uima-cas",
] as const;
export type AnnotationFormat = (typeof annotationFormats)[number];

/** A switch of a form, where everything is text. */
const flag = z
  .enum(["true", "false"])
  .optional()
  .transform((value) => value === "true");

/** A field that holds JSON as text; an empty one is as good as none. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  wellFormed(100_000)
    .transform((text, context): unknown => {
      if (text === "") return {};
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "This isn't JSON." });
        return z.NEVER;
      }
    })
    .pipe(schema);

const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.enum(values).optional());

export const articleImportFields = z.strictObject({
  format: choice(articleFormats),
  /** For tables and JSON: which column or key holds which field. */
  columns: json(z.partialRecord(z.enum(articleFields), wellFormed(200))).optional(),
  dryRun: flag,
  partial: flag,
});

export const annotationImportFields = z.strictObject({
  format: choice(annotationFormats),
  /** The member whose layers the files become. */
  annotatorId: id,
  /** Tag of this project by tag of the files; null or "" leaves a tag out on purpose. */
  tagMap: json(z.record(wellFormed(500), wellFormed(64).nullable())).optional(),
  /** Whose work to take, where files hold that of several people. */
  sourceAnnotator: wellFormed(200).optional(),
  dryRun: flag,
  partial: flag,
  submit: flag,
});
