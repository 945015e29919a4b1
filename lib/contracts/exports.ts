import { z } from "zod";

import { id } from "./fields";

export const exportFile = z.enum([
  "annotations.csv",
  "gold.csv",
  "articles.csv",
  "assignments.csv",
]);
export type ExportFile = z.infer<typeof exportFile>;

export const exportQuery = z.object({
  profile: z.enum(["analysis", "spreadsheet"]).default("analysis"),
  status: z.enum(["submitted", "all"]).default("submitted"),
});

export const exportParams = z.object({ projectId: id, file: exportFile });
