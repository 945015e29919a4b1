import { z } from "zod";

import { id, listQuery, page, wellFormed } from "./fields";

export const createReleaseBody = z.strictObject({
  /** What this release is for; stands in its README. */
  note: wellFormed(2000).trim().optional(),
  /** With annotators' notes. */
  notes: z.boolean().default(false),
});

const packageSummary = z.object({
  /** Of package.zip, in hex. */
  sha256: z.string(),
  nBytes: z.int(),
  nFiles: z.int(),
});

export const release = z.object({
  id,
  projectId: id,
  number: z.int(),
  note: z.string().nullable(),
  createdAt: z.string(),
  /** Pseudonym of who made it. */
  createdBy: z.string(),
  full: packageSummary,
  textFree: packageSummary,
  /** Records by CSV file. */
  rows: z.record(z.string(), z.int()),
});
export type ReleaseItem = z.infer<typeof release>;
export const releasePage = page(release);

export const releaseListQuery = z.object(listQuery);
export const releaseParams = z.object({ projectId: id, releaseId: id });
/** A path inside the package, such as `texts/<article_id>.txt`. */
export const releaseFileParams = releaseParams.extend({
  file: z.array(z.string().max(200)).min(1).max(3),
});
/** `none`: the package that has no article texts and no quotes. */
export const releaseQuery = z.object({ texts: z.enum(["all", "none"]).default("all") });
