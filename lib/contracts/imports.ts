import { z } from "zod";

import { articleFields } from "../domain/articles/make-article";
import { id, wellFormed } from "./fields";

/** How article files can be written; left out, it is told by a file's name and first bytes. */
export const articleFormats = ["plain", "text", "csv", "tsv", "json", "jsonl", "html"] as const;
export type ArticleFormat = (typeof articleFormats)[number];

/** Encodings a file may be said to be in, by their labels in the WHATWG Encoding Standard. */
export const encodings = [
  ...["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1250", "windows-1251"],
  ...["windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257"],
  ...["iso-8859-2", "iso-8859-5", "iso-8859-7", "koi8-r", "koi8-u", "macintosh"],
  ...["shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr"],
] as const;
export type Encoding = (typeof encodings)[number];

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

/** How article files are to be read. */
const articleReading = {
  format: choice(articleFormats),
  /** Left out, it is told by the file's first bytes, by being UTF-8, or by what its bytes fit. */
  encoding: choice(encodings),
  /** For tables and JSON: which column or key holds which field. */
  columns: json(z.partialRecord(z.enum(articleFields), wellFormed(200))).optional(),
};

export const articleImportFields = z.strictObject({
  ...articleReading,
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
