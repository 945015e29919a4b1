import { z } from "zod";

import { coefficient, interval } from "./agreement-figures";

const meanFigure = z.object({
  mean: coefficient,
  interval,
  nArticles: z.int(),
  undefinedBecause: z.array(z.object({ reason: z.string(), nArticles: z.int() })),
});

const pooledFigure = z.object({ alpha: coefficient, interval });

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
          setNominal: pooledFigure,
          setMasi: pooledFigure,
          tags: z.array(z.object({ tagId: z.string(), alphaU: meanFigure })),
        }),
      ),
      /** Bootstrap intervals over articles of figures that stand in the report itself. */
      intervals: z.object({
        ac1OfFamily: z.array(z.object({ familyId: z.string(), interval })),
        ac1OfTag: z.array(z.object({ tagId: z.string(), interval })),
        attributes: z.array(z.object({ familyId: z.string(), attributeId: z.string(), interval })),
        questions: z.array(z.object({ questionId: z.string(), interval })),
      }),
    })
    .nullable(),
});
export type AdvancedAgreement = z.infer<typeof advancedAgreement>;
export type AdvancedReport = NonNullable<AdvancedAgreement["report"]>;
