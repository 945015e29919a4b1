import { withAdvanced } from "../agreement/advanced-figures";
import type { AdvancedReport } from "../agreement/advanced-report";
import type { AgreementReport } from "../agreement/agreement-report";
import { labelledFigures } from "../agreement/labelled-figures";
import type { FieldTable } from "../formats/export-fields";

/** The columns of `agreement.csv`, in order: one row per statistic. */
export const agreementFields = {
  level: [
    "id",
    "family, tag, pair (two annotators), annotator (against gold), week, codebook_version, attribute or question.",
  ],
  family: ["text", "Family; empty for questions, which are about the article."],
  tag: ["text", "Tag; empty unless the level is tag."],
  annotator_a: ["id", "Pseudonym; only where the level is pair or annotator."],
  annotator_b: ["id", "Pseudonym; only where the level is pair."],
  statistic: ["id", "What was computed; README.md says how."],
  value: ["number", "Empty where the statistic is undefined."],
  reason: ["text", "Why it is undefined, or has no interval."],
  lower: ["number", "Lower end of the interval."],
  upper: ["number", "Upper end of the interval."],
  interval_level: ["number", "Level of the interval."],
  n_articles: ["integer", "Articles that two or more annotators have handed in."],
  n_spans: ["integer", "Spans of the family or tag in them, or matched pairs of spans."],
  group: ["text", "Week (ISO 8601), codebook version, attribute or question, as the level says."],
  coefficient: ["text", "The statistic in words."],
  unit: ["id", "What is judged: character, span or article."],
  measurement: ["text", "Level of measurement, or which spans are compared."],
  interval_method: ["text", "How the interval was made."],
} as const satisfies FieldTable;

export type AgreementCell = string | number | null;

/** A project's agreement as records, in the order of the codebook; advanced coefficients last. */
export function agreementRows(
  report: AgreementReport,
  pseudonymOf: (userId: string) => string,
  advanced: AdvancedReport | null = null,
): AgreementCell[][] {
  const figures = labelledFigures(report);
  return (advanced ? withAdvanced(figures, advanced) : figures).map((figure) => {
    const { interval, annotatorIds } = figure;
    const [first, second] = annotatorIds.map(pseudonymOf);
    const range =
      !interval || interval.lower === null
        ? [null, null, null]
        : [interval.lower, interval.upper, interval.level];
    return [
      ...[figure.scope, figure.family, figure.tag, first ?? null, second ?? null],
      ...[figure.statistic, figure.value, figure.reason ?? "", ...range],
      ...[figure.nArticles, figure.n, figure.group, figure.coefficient, figure.unit],
      ...[figure.level, figure.intervalMethod],
    ];
  });
}
