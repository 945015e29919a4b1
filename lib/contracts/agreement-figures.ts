import { z } from "zod";

/** Undefined is null with the reason, never 0 or 1. */
export const coefficient = z.object({
  value: z.number().nullable(),
  reason: z.string().optional(),
});
export const interval = z.object({
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  level: z.number().optional(),
  reason: z.string().optional(),
});

/** Alpha of "marked or not" over characters, with what must stand beside it. */
export const alphaFigure = {
  alpha: coefficient,
  interval,
  prevalence: z.number(),
  agreement: z.number(),
  ac1: coefficient,
  variance: z.number().nullable(),
  nSpans: z.int(),
};

export const pairFigure = z.object({
  nFirst: z.int(),
  nSecond: z.int(),
  exactF1: coefficient,
  exactAnyTagF1: coefficient,
  overlapF1: coefficient,
  similarF1: coefficient,
  similarAnyTagF1: coefficient,
  partialF1: coefficient,
  alpha: coefficient,
});

export const goldScore = z.object({ precision: coefficient, recall: coefficient, f1: coefficient });

export const trendPoint = {
  nArticles: z.int(),
  families: z.array(
    z.object({
      familyId: z.string(),
      alpha: coefficient,
      interval,
      prevalence: z.number(),
      agreement: z.number(),
    }),
  ),
};

export const agreementUnit = z.enum(["character", "span", "article"]);

/** One number with all that says what it is. */
export const labelledFigure = z.object({
  scope: z.enum([
    "family",
    "tag",
    "pair",
    "annotator",
    "week",
    "codebook_version",
    "attribute",
    "question",
  ]),
  family: z.string().nullable(),
  tag: z.string().nullable(),
  /** Project pseudonyms: two of a pair, one against gold. */
  annotators: z.array(z.string()),
  /** The week, codebook version, attribute or question. */
  group: z.string().nullable(),
  statistic: z.string(),
  coefficient: z.string(),
  unit: agreementUnit,
  level: z.string(),
  value: z.number().nullable(),
  reason: z.string().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  intervalLevel: z.number().nullable(),
  intervalMethod: z.string().nullable(),
  nArticles: z.int(),
  /** Spans, matched pairs of them, or null where neither is what is counted. */
  n: z.int().nullable(),
});
