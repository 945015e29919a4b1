import { z } from "zod";

import { id, wellFormed } from "./fields";

/** Which figures to give; left out, all of them. Characters are the only unit so far. */
export const agreementQuery = z.object({
  family: wellFormed(64).optional(),
  tag: wellFormed(64).optional(),
  unit: z.enum(["character"]).default("character"),
});

/** Undefined is null with the reason, never 0 or 1. */
const coefficient = z.object({ value: z.number().nullable(), reason: z.string().optional() });
const interval = z.object({
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  level: z.number().optional(),
  reason: z.string().optional(),
});
const alphaFigure = {
  alpha: coefficient,
  interval,
  prevalence: z.number(),
  agreement: z.number(),
  nSpans: z.int(),
};

export const agreement = z.object({
  projectId: id,
  /** Null until the first report is ready. */
  computedAt: z.string().nullable(),
  /** A newer report is being computed; this one is from `computedAt`. */
  isRefreshing: z.boolean(),
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
  draws: z.int(),
  families: z.array(
    z.object({
      familyId: z.string(),
      ...alphaFigure,
      variance: z.number().nullable(),
      noticed: coefficient,
      sameEdges: coefficient,
      tagKappa: coefficient,
      tagAgreement: coefficient,
      nMatched: z.int(),
      confusion: z.object({ tagIds: z.array(z.string()), counts: z.array(z.array(z.int())) }),
    }),
  ),
  tags: z.array(z.object({ tagId: z.string(), familyId: z.string(), ...alphaFigure })),
  pairs: z.array(
    z.object({
      annotators: z.tuple([z.string(), z.string()]),
      nArticles: z.int(),
      families: z.record(
        z.string(),
        z.object({ exactF1: coefficient, similarF1: coefficient, alpha: coefficient }),
      ),
    }),
  ),
  methodsSentences: z.array(z.object({ familyId: z.string(), text: z.string() })),
});
export type Agreement = z.infer<typeof agreement>;
