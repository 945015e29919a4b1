import type { AgreementReport, AlphaFigure } from "./agreement-report";
import type { Interval } from "./bootstrap";
import type { Coefficient } from "./coefficient";
import type { AnnotatorFigure } from "./gold-sums";
import { type AgreementUnit, type Statistic, statisticLabels } from "./statistic-labels";
import type { TrendPoint } from "./trend";

export type FigureScope =
  "family" | "tag" | "pair" | "annotator" | "week" | "codebook_version" | "attribute" | "question";

/** One number of a report with all that says what it is. */
export type LabelledFigure = {
  scope: FigureScope;
  family: string | null;
  tag: string | null;
  annotatorIds: readonly string[];
  /** The week, codebook version, attribute or question. */
  group: string | null;
  statistic: Statistic;
  coefficient: string;
  unit: AgreementUnit;
  level: string;
  value: number | null;
  reason: string | null;
  interval: Interval | null;
  intervalMethod: string | null;
  nArticles: number;
  n: number | null;
};

type Place = Pick<LabelledFigure, "scope" | "nArticles" | "n"> &
  Partial<Pick<LabelledFigure, "family" | "tag" | "annotatorIds" | "group" | "level">>;
type Values = Partial<Record<Statistic, Coefficient>>;

/** A report as a list, in the order of the codebook. */
export function labelledFigures(report: AgreementReport): LabelledFigure[] {
  const { nArticles } = report;
  return [
    ...report.families.flatMap((figure) => {
      const place: Place = { scope: "family", family: figure.familyId, nArticles, n: null };
      const { nMatched: n, noticed, sameEdges, tagKappa, tagAgreement } = figure;
      return [
        ...alphaRows({ ...place, n: figure.nSpans }, figure, report),
        ...rows({ ...place, n: figure.nSpans }, { noticed }),
        ...rows(
          { ...place, n },
          { same_edges: sameEdges, tag_kappa: tagKappa, tag_agreement: tagAgreement },
        ),
      ];
    }),
    ...report.tags.flatMap((figure) => {
      const { familyId: family, tagId: tag, nSpans: n } = figure;
      return alphaRows({ scope: "tag", family, tag, nArticles, n }, figure, report);
    }),
    ...report.pairs.flatMap(({ annotatorIds, families, ...pair }) =>
      // By the codebook: a stored report has its keys in another order.
      report.families.flatMap(({ familyId: family }) => {
        const figure = families[family];
        if (!figure) return [];
        const n = figure.nFirst + figure.nSecond;
        const place: Place = { scope: "pair", family, annotatorIds, ...pair, n };
        return rows(place, {
          alpha: figure.alpha,
          exact_f1: figure.exactF1,
          exact_any_tag_f1: figure.exactAnyTagF1,
          overlap_f1: figure.overlapF1,
          similar_f1: figure.similarF1,
          similar_any_tag_f1: figure.similarAnyTagF1,
          partial_f1: figure.partialF1,
        });
      }),
    ),
    ...report.annotators.flatMap(annotatorRows),
    ...report.weeks.flatMap((point) => trendRows("week", point.week, point)),
    ...report.versions.flatMap((point) =>
      trendRows("codebook_version", String(point.codebookNumber), point),
    ),
    ...report.attributes.flatMap(({ familyId, attributeId, alpha, agreement, level, nPairs }) => {
      const place = { family: familyId, group: attributeId, level, nArticles, n: nPairs };
      const values = { attribute_alpha: alpha, attribute_agreement: agreement };
      return rows({ scope: "attribute", ...place }, values);
    }),
    ...report.questions.flatMap(({ questionId, alpha, agreement, level, ...question }) =>
      rows(
        { scope: "question", group: questionId, level, ...question, n: null },
        { question_alpha: alpha, question_agreement: agreement },
      ),
    ),
  ];
}

function alphaRows(place: Place, figure: AlphaFigure, { draws }: AgreementReport) {
  const { alpha, interval, prevalence, agreement, ac1 } = figure;
  const method = `percentile bootstrap over articles, ${draws} resamples`;
  const known = place.nArticles > 0;
  return [
    ...rows(place, { alpha }).map((row) => withInterval(row, interval, method)),
    ...rows(place, {
      ...(known ? { prevalence: { value: prevalence } } : {}),
      ...(known ? { percent_agreement: { value: agreement } } : {}),
      ac1,
    }),
  ];
}

function trendRows(scope: FigureScope, group: string, point: TrendPoint): LabelledFigure[] {
  return point.families.flatMap(({ familyId: family, alpha, interval, prevalence, agreement }) => {
    const place: Place = { scope, family, group, nArticles: point.nArticles, n: null };
    const values = { prevalence: { value: prevalence }, percent_agreement: { value: agreement } };
    return [
      ...rows(place, { alpha }).map((row) =>
        withInterval(row, interval, "jackknife over articles"),
      ),
      ...rows(place, values),
    ];
  });
}

function annotatorRows(figure: AnnotatorFigure): LabelledFigure[] {
  const { annotatorId, familyId: family, nArticles, nSpans, nGold } = figure;
  const place: Place = { scope: "annotator", family, annotatorIds: [annotatorId], nArticles, n: 0 };
  const { exact, overlap, similar, partial } = figure;
  return [
    ...rows(
      { ...place, n: nSpans },
      {
        exact_precision: exact.precision,
        overlap_precision: overlap.precision,
        similar_precision: similar.precision,
        partial_precision: partial.precision,
      },
    ),
    ...rows(
      { ...place, n: nGold },
      {
        exact_recall: exact.recall,
        overlap_recall: overlap.recall,
        similar_recall: similar.recall,
        partial_recall: partial.recall,
      },
    ),
    ...rows(
      { ...place, n: nSpans + nGold },
      {
        exact_f1: exact.f1,
        overlap_f1: overlap.f1,
        similar_f1: similar.f1,
        partial_f1: partial.f1,
      },
    ),
  ];
}

function rows(place: Place, values: Values): LabelledFigure[] {
  const { scope, family = null, tag = null, annotatorIds = [], group = null, nArticles, n } = place;
  return (Object.entries(values) as [Statistic, Coefficient][]).map(([statistic, one]) => {
    const { coefficient, unit, level } = statisticLabels[statistic];
    return {
      scope,
      family,
      tag,
      annotatorIds,
      group,
      statistic,
      coefficient,
      unit,
      level: place.level ?? level,
      value: one.value,
      reason: one.value === null ? one.reason : null,
      interval: null,
      intervalMethod: null,
      nArticles,
      n,
    };
  });
}

function withInterval(row: LabelledFigure, interval: Interval, method: string): LabelledFigure {
  const reason = row.reason ?? (interval.lower === null ? interval.reason : null);
  return { ...row, interval, intervalMethod: method, reason };
}
