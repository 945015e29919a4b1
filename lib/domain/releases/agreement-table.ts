import type { AgreementReport, AlphaFigure } from "../agreement/agreement-report";
import type { Coefficient } from "../agreement/coefficient";
import type { FieldTable } from "../formats/export-fields";

/** The columns of `agreement.csv`, in order: one row per statistic. */
export const agreementFields = {
  level: ["id", "family, tag, or pair: two annotators over a family."],
  family: ["text", "Family."],
  tag: ["text", "Tag; empty unless the level is tag."],
  annotator_a: ["id", "Pseudonym; only where the level is pair."],
  annotator_b: ["id", "Pseudonym; only where the level is pair."],
  statistic: ["id", "What was computed; README.md says how."],
  value: ["number", "Empty where the statistic is undefined."],
  reason: ["text", "Why it is undefined, or has no interval."],
  lower: ["number", "Lower end of the interval."],
  upper: ["number", "Upper end of the interval."],
  interval_level: ["number", "Level of the interval."],
  n_articles: ["integer", "Articles that two or more annotators have handed in."],
  n_spans: ["integer", "Spans of the family or tag in them."],
} as const satisfies FieldTable;

type Cell = string | number | null;
type Place = { level: string; family: string; tag?: string; annotators?: readonly string[] };

/** A project's agreement as records, in the order of the codebook. */
export function agreementRows(
  report: AgreementReport,
  pseudonymOf: (userId: string) => string,
): Cell[][] {
  const { nArticles } = report;
  const families = report.families.flatMap((figure) => {
    const place = { level: "family", family: figure.familyId };
    const rest = [nArticles, figure.nSpans];
    const { noticed, sameEdges, tagKappa, tagAgreement } = figure;
    const more = {
      noticed,
      same_edges: sameEdges,
      tag_kappa: tagKappa,
      tag_agreement: tagAgreement,
    };
    return [...figureRows(place, figure, nArticles), ...plainRows(place, more, rest)];
  });
  const tags = report.tags.flatMap((figure) =>
    figureRows({ level: "tag", family: figure.familyId, tag: figure.tagId }, figure, nArticles),
  );
  const pairs = report.pairs.flatMap((pair) =>
    Object.entries(pair.families).flatMap(([family, { alpha, exactF1, similarF1 }]) => {
      const annotators = pair.annotatorIds.map(pseudonymOf);
      const values = { alpha, exact_f1: exactF1, similar_f1: similarF1 };
      return plainRows({ level: "pair", family, annotators }, values, [pair.nArticles, null]);
    }),
  );
  return [...families, ...tags, ...pairs];
}

function head({ level, family, tag, annotators }: Place, statistic: string): Cell[] {
  return [level, family, tag ?? null, annotators?.[0] ?? null, annotators?.[1] ?? null, statistic];
}

function figureRows(place: Place, figure: AlphaFigure, nArticles: number): Cell[][] {
  const { alpha, interval, nSpans } = figure;
  const reason =
    alpha.value === null ? alpha.reason : interval.lower === null ? interval.reason : "";
  const range =
    interval.lower === null ? [null, null, null] : [interval.lower, interval.upper, interval.level];
  const values = {
    prevalence: { value: figure.prevalence },
    percent_agreement: { value: figure.agreement },
  };
  return [
    [...head(place, "alpha"), alpha.value, reason, ...range, nArticles, nSpans],
    ...(nArticles > 0 ? plainRows(place, values, [nArticles, nSpans]) : []),
  ];
}

function plainRows(
  place: Place,
  values: Readonly<Record<string, Coefficient>>,
  counts: Cell[],
): Cell[][] {
  return Object.entries(values).map(([statistic, one]) => {
    const reason = one.value === null ? one.reason : "";
    return [...head(place, statistic), one.value, reason, null, null, null, ...counts];
  });
}
