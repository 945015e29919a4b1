import { z } from "zod";

import {
  articleFiles,
  tableFormats,
  tableNames,
  trainingChoices,
} from "../domain/formats/export-files";
import { id, wellFormed } from "./fields";

export const tableName = z.enum(tableNames);
const tableFile = z.templateLiteral([tableName, ".", z.enum(tableFormats)]);
export const exportFile = z.union([tableFile, z.enum(articleFiles), z.literal("datapackage.json")]);

const withCommas = (value: unknown) =>
  Array.isArray(value) ? (value as unknown[]).join(",") : value;

/** A comma-separated list; where it is there several times, all of them together. */
const list = (item: z.ZodString, description: string) =>
  z
    .preprocess(
      withCommas,
      wellFormed(4000)
        .transform((text) => text.split(",").map((one) => one.trim()))
        .pipe(z.array(item.min(1)).min(1).max(200)),
    )
    .optional()
    .describe(description);

const flag = (description: string) =>
  z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true")
    .describe(description);

const date = z.iso.date().optional();

/** A filter that is misspelt is refused: passed over, it would give out more than was asked for. */
export const exportQuery = z.strictObject({
  profile: z.enum(["analysis", "spreadsheet"]).default("analysis"),
  status: z
    .enum(["submitted", "all", "assigned", "in_progress", "returned"])
    .default("submitted")
    .describe("Of layers; files without a status hold submitted work only"),
  training: z
    .enum(trainingChoices)
    .default("without")
    .describe("Layers that were made to learn; files without a status have none, nor any count"),
  article: list(z.string().max(300), "Ids or external ids, separated by commas"),
  outlet: wellFormed(300).optional().describe("Exactly as it stands in articles.csv"),
  from: date.describe("Published on this day or later"),
  to: date.describe("Published on this day or earlier"),
  family: wellFormed(64).optional(),
  tag: list(z.string().max(64), "Tag ids, separated by commas"),
  annotator: list(z.string().max(32), "Pseudonyms, separated by commas"),
  notes: flag("With annotators' notes; left empty otherwise"),
  identities: flag("annotators.csv with names and addresses; admins only, and recorded"),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("The first rows only; of files made by article, the first articles"),
});
export type ExportQueryInput = z.output<typeof exportQuery>;

/**
 * What the downloads page shows: contents and format make the file's name. What else stands in the
 * page's address is nothing of its own.
 */
export const exportSelection = exportQuery
  .omit({ profile: true, limit: true })
  .extend({
    contents: z.enum([...tableNames, ...articleFiles, "datapackage.json"]).default("annotations"),
    format: z.enum(["csv", "spreadsheet", "jsonl", "parquet"]).default("csv"),
  })
  .strip();
export type ExportSelection = z.output<typeof exportSelection>;

export const exportParams = z.object({ projectId: id, file: exportFile });

/** The first rows of a file, and how large it would be. */
export const exportPreview = z.object({
  file: z.string(),
  /** Of a table. */
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** The beginning of a file that isn't a table, and which file of the archive it is. */
  text: z.string().nullable(),
  member: z.string().nullable(),
  estimate: z.object({
    /** Rows of a table; articles of a file that is made by article. */
    nUnits: z.int(),
    unit: z.enum(["row", "article"]),
    nBytes: z.int(),
    /** Counted and written out, rather than reckoned from the first ones. */
    isExact: z.boolean(),
  }),
});
export type ExportPreview = z.infer<typeof exportPreview>;
