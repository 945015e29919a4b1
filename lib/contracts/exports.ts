import { z } from "zod";

import { id } from "./fields";

/** Every CSV file, each with its columns in the order they stand in. */
export const exportFile = z.enum([
  "annotations.csv",
  "gold.csv",
  "soft_labels.csv",
  "articles.csv",
  "assignments.csv",
  "annotators.csv",
  "answers.csv",
  "links.csv",
  "disagreements.csv",
]);
export type ExportFile = z.infer<typeof exportFile>;

/** The two files that scripts read as JSON, an object to a line, with the columns of the CSV. */
export const lineFile = z.enum(["annotations.jsonl", "gold.jsonl"]);
export type LineFile = z.infer<typeof lineFile>;

/** What every file and column means (Frictionless Data Package). */
export const dictionaryFile = z.literal("datapackage.json");

export const exportQuery = z.object({
  profile: z.enum(["analysis", "spreadsheet"]).default("analysis"),
  status: z.enum(["submitted", "all"]).default("submitted"),
});

export const exportParams = z.object({
  projectId: id,
  file: z.union([exportFile, lineFile, dictionaryFile]),
});
