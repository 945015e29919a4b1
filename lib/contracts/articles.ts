import { z } from "zod";

import { encodings } from "./imports";
import { facts, id, listQuery, page, wellFormed } from "./fields";

export const articleItem = z.object({
  id,
  externalId: z.string(),
  version: z.int(),
  title: z.string(),
  outlet: z.string().nullable(),
  publishedOn: z.string().nullable(),
  language: z.string(),
  nCodePoints: z.int(),
  nAssigned: z.int(),
  nSubmitted: z.int(),
  nOpenDisagreements: z.int(),
});
export type ArticleItem = z.infer<typeof articleItem>;
export const articlePage = page(articleItem);
/** How far the work on an article is. */
export const articleStates = ["unassigned", "unfinished", "disputed"] as const;
export const articleQuery = z.object({
  ...listQuery,
  search: wellFormed(200).optional(),
  language: wellFormed(35).optional(),
  state: z.enum(articleStates).optional(),
});
export type ArticleQuery = z.output<typeof articleQuery>;

export const importProblem = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int().optional(),
  message: z.string(),
  /** Why, as for refused requests: by it and its facts the message can be said in other languages. */
  reason: z.string().optional(),
  facts: facts.optional(),
});
/** The line is left out where a file is one article. */
const importPlace = { file: z.string(), line: z.int().optional() };
const nearDuplicatePair = z.object({
  ...importPlace,
  articleId: z.string(),
  title: z.string(),
  otherId: z.string(),
  otherTitle: z.string(),
  /** Jaccard index of the texts' runs of three words. */
  resemblance: z.number(),
});
export const importResult = z.object({
  imported: z.array(
    z.object({
      id: z.string(),
      ...importPlace,
      title: z.string(),
      /** The external id that it got, where another article of the project has the file's already. */
      storedAs: z.string().optional(),
      language: z.string(),
      isLanguageDetected: z.boolean(),
    }),
  ),
  duplicates: z.array(z.object({ ...importPlace, articleId: z.string() })),
  /** Stored all the same: texts that are nearly those of another article. */
  nearDuplicates: z.array(nearDuplicatePair),
  /** Files that aren't in UTF-8, and what they were read as. */
  encodings: z.array(
    z.object({ file: z.string(), encoding: z.enum(encodings), isGuessed: z.boolean() }),
  ),
  errors: z.array(importProblem),
  dryRun: z.boolean(),
});
export type ImportResult = z.infer<typeof importResult>;
