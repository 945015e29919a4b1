import type { AdvancedReport, MeanFigure, PooledFigure } from "./advanced-report";
import type { Interval } from "./bootstrap";
import type { LabelledFigure } from "./labelled-figures";
import { type Statistic, statisticLabels } from "./statistic-labels";

const method = "percentile bootstrap over articles, 1000 resamples";

/**
 * A report's list with what the advanced one adds: its coefficients after those of each family and
 * tag, and intervals where the report had none.
 */
export function withAdvanced(
  figures: readonly LabelledFigure[],
  advanced: AdvancedReport,
): LabelledFigure[] {
  const { families, intervals } = advanced;
  const known = figures.map((figure) => {
    const interval = figure.value === null ? null : intervalOf(figure, intervals);
    return interval ? withInterval(figure, interval) : figure;
  });
  const further = families.flatMap((family) => {
    const place = { scope: "family" as const, family: family.familyId, tag: null };
    return [
      meanRow(place, "u_alpha", family.u),
      meanRow(place, "binary_u_alpha", family.binaryU),
      meanRow(place, "cu_alpha", family.cu),
      meanRow(place, "alpha_u", family.alphaU),
      meanRow(place, "gamma", family.gamma),
      pooledRow(place, "tag_set_alpha_masi", family.setMasi, advanced.nArticles),
      pooledRow(place, "tag_set_alpha_nominal", family.setNominal, advanced.nArticles),
      ...family.tags.map(({ tagId, alphaU }) =>
        meanRow({ scope: "tag", family: family.familyId, tag: tagId }, "alpha_u", alphaU),
      ),
    ];
  });
  return [...known, ...further];
}

function intervalOf(
  { scope, family, tag, group, statistic }: LabelledFigure,
  { ac1OfFamily, ac1OfTag, attributes, questions }: AdvancedReport["intervals"],
): Interval | null {
  const found =
    statistic === "ac1"
      ? scope === "tag"
        ? ac1OfTag.find(({ tagId }) => tagId === tag)
        : ac1OfFamily.find(({ familyId }) => familyId === family)
      : statistic === "attribute_alpha"
        ? attributes.find((one) => one.familyId === family && one.attributeId === group)
        : statistic === "question_alpha"
          ? questions.find(({ questionId }) => questionId === group)
          : undefined;
  return found?.interval ?? null;
}

type Place = Pick<LabelledFigure, "scope" | "family" | "tag">;

function meanRow(place: Place, statistic: Statistic, figure: MeanFigure): LabelledFigure {
  const { mean, interval, nArticles } = figure;
  return row(place, statistic, mean, { interval, nArticles });
}

function pooledRow(
  place: Place,
  statistic: Statistic,
  { alpha, interval }: PooledFigure,
  nArticles: number,
): LabelledFigure {
  return row(place, statistic, alpha, { interval, nArticles });
}

function row(
  place: Place,
  statistic: Statistic,
  one: PooledFigure["alpha"],
  { interval, nArticles }: { interval: Interval; nArticles: number },
): LabelledFigure {
  const figure: LabelledFigure = {
    ...{ ...place, ...statisticLabels[statistic], statistic, annotatorIds: [], group: null },
    value: one.value,
    reason: one.value === null ? one.reason : null,
    ...{ interval: null, intervalMethod: null, nArticles, n: null },
  };
  return one.value === null ? figure : withInterval(figure, interval);
}

function withInterval(figure: LabelledFigure, interval: Interval): LabelledFigure {
  const reason = interval.lower === null ? interval.reason : null;
  return { ...figure, interval, intervalMethod: method, reason: figure.reason ?? reason };
}
