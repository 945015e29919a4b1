import { z } from "zod";

import { advancedAgreement } from "./agreement-advanced";
import {
  agreementUnit,
  alphaFigure,
  coefficient,
  goldScore,
  labelledFigure,
  pairFigure,
  trendPoint,
} from "./agreement-figures";
import { id, wellFormed } from "./fields";

/** Which figures to give; left out, all of them. `unit` chooses among `figures` alone. */
export const agreementQuery = z.object({
  family: wellFormed(64).optional(),
  tag: wellFormed(64).optional(),
  unit: z.enum(["all", ...agreementUnit.options]).default("all"),
});

const valueFigure = { alpha: coefficient, level: z.string(), agreement: coefficient };

export const agreement = z.object({
  projectId: id,
  /** Null until the first report is ready. */
  computedAt: z.string().nullable(),
  /** A newer report is being computed; this one is from `computedAt`. */
  isRefreshing: z.boolean(),
  /** Whether the caller may read the disagreements behind the figures. */
  mayReadDisagreements: z.boolean(),
  label: z.object({
    coefficient: z.string(),
    unit: z.string(),
    level: z.string(),
    interval: z.string(),
    matching: z.string(),
    codebookVersion: z.int(),
    softwareVersion: z.string(),
  }),
  nArticles: z.int(),
  nAnnotators: z.int(),
  /** Submitted layers that were made to learn from settled gold, and count in none of the figures. */
  nTrainingLayers: z.int(),
  draws: z.int(),
  families: z.array(
    z.object({
      familyId: z.string(),
      ...alphaFigure,
      noticed: coefficient,
      sameEdges: coefficient,
      tagKappa: coefficient,
      tagAgreement: coefficient,
      nMatched: z.int(),
      confusion: z.object({ tagIds: z.array(z.string()), counts: z.array(z.array(z.int())) }),
    }),
  ),
  tags: z.array(
    z.object({ tagId: z.string(), familyId: z.string(), nArticles: z.int(), ...alphaFigure }),
  ),
  pairs: z.array(
    z.object({
      annotators: z.tuple([z.string(), z.string()]),
      nArticles: z.int(),
      families: z.record(z.string(), pairFigure),
    }),
  ),
  /** Each annotator against gold, over articles whose disagreements of the family are settled. */
  annotators: z.array(
    z.object({
      annotator: z.string(),
      familyId: z.string(),
      nArticles: z.int(),
      nSpans: z.int(),
      nGold: z.int(),
      exact: goldScore,
      overlap: goldScore,
      similar: goldScore,
      partial: goldScore,
    }),
  ),
  /** By the week of the article's last submission, and by its newest codebook version. */
  weeks: z.array(z.object({ week: z.string(), ...trendPoint })),
  versions: z.array(z.object({ codebookNumber: z.int(), ...trendPoint })),
  /** Rated attributes of matched spans, and document questions. */
  attributes: z.array(
    z.object({
      familyId: z.string(),
      attributeId: z.string(),
      nPairs: z.int(),
      ...valueFigure,
    }),
  ),
  questions: z.array(z.object({ questionId: z.string(), nArticles: z.int(), ...valueFigure })),
  advanced: advancedAgreement,
  methodsSentences: z.array(z.object({ familyId: z.string(), text: z.string() })),
  /** All of it but the advanced part again, one number a row, each with its label. */
  figures: z.array(labelledFigure),
});
export type Agreement = z.infer<typeof agreement>;
