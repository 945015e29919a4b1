import { z } from "zod";

import { coefficient, interval } from "./agreement-figures";

const meanFigure = z.object({
  mean: coefficient,
  interval,
  nArticles: z.int(),
  undefinedBecause: z.array(z.object({ reason: z.string(), nArticles: z.int() })),
});

/** Coefficients for units, computed on request: `none` and `outdated` ask for a POST. */
export const advancedAgreement = z.object({
  status: z.enum(["none", "computing", "current", "outdated"]),
  computedAt: z.string().nullable(),
  report: z
    .object({
      nArticles: z.int(),
      gammaSamples: z.int(),
      gammaSeed: z.int(),
      families: z.array(
        z.object({
          familyId: z.string(),
          alphaU: meanFigure,
          u: meanFigure,
          binaryU: meanFigure,
          cu: meanFigure,
          cuCoverage: coefficient,
          gamma: meanFigure,
          observedDisorder: coefficient,
          expectedDisorder: coefficient,
          setNominal: coefficient,
          setMasi: coefficient,
          tags: z.array(z.object({ tagId: z.string(), alphaU: meanFigure })),
        }),
      ),
    })
    .nullable(),
});
export type AdvancedAgreement = z.infer<typeof advancedAgreement>;
export type AdvancedReport = NonNullable<AdvancedAgreement["report"]>;
