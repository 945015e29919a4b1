import { z } from "zod";

import { articleFields } from "../domain/articles/make-article";
import { fieldSentences } from "../domain/field-sentences";
import { facts, id, page, wellFormed } from "./fields";

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
  "babe",
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
        context.addIssue({ code: "custom", message: fieldSentences.not_json });
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

/** A corrected text: one file with one article in it. */
export const articleVersionFields = z.strictObject({ ...articleReading, dryRun: flag });

export const annotationImportFields = z.strictObject({
  format: choice(annotationFormats),
  /** The member whose layers the files become. */
  annotatorId: id,
  /** Tag of this project by tag of the files; null or "" leaves a tag out on purpose. */
  tagMap: json(z.record(wellFormed(500), wellFormed(64).nullable())).optional(),
  /**
   * Whose work to take, where files hold that of several people. In formats that don't say whose it
   * is, several files of one article are told apart by a folder, or by the end of their names.
   */
  sourceAnnotator: wellFormed(200).optional(),
  dryRun: flag,
  partial: flag,
  submit: flag,
});

/** An upload comes in parts of this many bytes, or a few times as many; only its end may be shorter. */
export const importPartBytes = 1_048_576;
/** So much of it may come in one request. */
export const mostPartsAtOnce = 4;
export const largestImportBytes = 536_870_912;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const createImportBody = z.strictObject({
  fileName: wellFormed(200).min(1),
  nBytes: z.int().min(1).max(largestImportBytes),
  beginning: sha256.describe(
    "SHA-256 of the file's first part (1 MiB, or all of a shorter file) in hex. An unfinished upload of yours with this beginning, name, size and options is gone on with: send its parts from nReceived on, with before",
  ),
  anew: z
    .boolean()
    .optional()
    .describe("Begin a new upload, whatever else was begun: the way out of upload_differs"),
  format: z.enum(articleFormats).optional(),
  encoding: z.enum(encodings).optional(),
  columns: z.partialRecord(z.enum(articleFields), wellFormed(200)).optional(),
  dryRun: z.boolean().default(false),
  partial: z.boolean().default(false),
});

export const importPartQuery = z.strictObject({
  at: z.coerce.number().int().min(0).describe("The byte of the whole file that this begins with"),
  before: sha256
    .optional()
    .describe(
      "Proves that what was sent before is of the same file: of its parts of 1 MiB up to at, in hex, where the hash after a part is SHA-256 of the 32 bytes of the hash before it (of none before the first) followed by the part's bytes. Wanted once an upload was gone on with, and checked whenever it is given",
    ),
});

export const importItem = z.object({
  id,
  fileName: z.string(),
  state: z.enum(["uploading", "queued", "running", "done", "failed", "cancelled"]),
  dryRun: z.boolean(),
  nBytes: z.int(),
  /** Bytes that are stored: the next part begins here. */
  nReceived: z.int(),
  /** Articles read so far. */
  nRead: z.int(),
  nImported: z.int(),
  nDuplicates: z.int(),
  nNearDuplicates: z.int(),
  nErrors: z.int(),
  /** Why it failed as a whole. */
  problem: z.string().nullable(),
  /** Why, as for refused requests; null where `problem` is, and in imports from before there were reasons. */
  problemReason: z.string().nullable(),
  problemFacts: facts.nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportItem = z.infer<typeof importItem>;
export const importList = z.object({ items: z.array(importItem) });

/** What a line of a report is about. */
export const importLineKinds = [
  "imported",
  "duplicate",
  "near_duplicate",
  "encoding",
  "error",
] as const;
export type ImportLineKind = (typeof importLineKinds)[number];

export const importLinesQuery = z.object({
  /** Left out, all kinds. */
  kind: z.enum(importLineKinds).optional(),
  /** Number of the first line. */
  cursor: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const importLine = z.object({
  number: z.int(),
  kind: z.enum(importLineKinds),
  file: z.string(),
  line: z.int().nullable(),
  column: z.int().nullable(),
  title: z.string().nullable(),
  /** What is to be said of it, in English; why, as for refused requests, where there is a reason. */
  message: z.string().nullable(),
  reason: z.string().nullable(),
  facts: facts.nullable(),
  /** What was stored, and the article that it is the same as or nearly so. */
  articleId: id.nullable(),
  otherId: id.nullable(),
});
export type ImportLineItem = z.infer<typeof importLine>;
export const importLines = page(importLine);

export const previewFields = z.strictObject(articleReading);
export const importPreview = z.object({
  format: z.enum(articleFormats),
  encoding: z.enum(encodings),
  isEncodingGuessed: z.boolean(),
  /** The columns or keys of the file, and which field each seems to be; empty for other formats. */
  columns: z.array(z.string()),
  mapping: z.partialRecord(z.enum(articleFields), z.string()),
  /** The first rows as they stand, cut short, a cell for each column. */
  rows: z.array(z.array(z.string())),
});
export type ImportPreviewResult = z.infer<typeof importPreview>;

export const importParams = z.object({ projectId: id, importId: id });
