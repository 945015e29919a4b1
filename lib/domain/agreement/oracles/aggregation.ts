import { dawidSkene, type LabelVote } from "../dawid-skene";
import { mace } from "../mace";
import { nominalDistance } from "../level-distances";
import type { RatingMatrix } from "../ratings";
import { unitBootstrap } from "../unit-bootstrap";
import {
  asArray,
  asNumber,
  isObject,
  type Json,
  type JsonObject,
  type Lookup,
  measures,
  type OracleEntry,
  valueOf,
} from "./entry";
import { type Rating } from "./coding";

type Votes = { votes: LabelVote[]; labels: Rating[]; items: number; annotators: number };

/** Votes from `{item: {annotator: [labels]}}` or from rows of items. */
function votesOf(data: JsonObject): Votes {
  const cells: { item: number; annotator: string; label: Rating }[] = [];
  const read = (item: number, annotator: string, value: Json) => {
    for (const label of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
      if (typeof label === "string" || typeof label === "number")
        cells.push({ item, annotator, label });
    }
  };
  const source = data.responses ?? data.rows ?? data.units_by_observer ?? data.ratings;
  const items = isObject(source) ? Object.values(source) : asArray(source);
  const names = new Set<string>();
  items.forEach((row, item) => {
    const votes = isObject(row) ? Object.entries(row) : [...asArray(row).entries()];
    for (const [annotator, value] of votes) {
      names.add(String(annotator));
      read(item, String(annotator), value);
    }
  });
  const labels = [...new Set(cells.map(({ label }) => label))].sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1,
  );
  const index = [...names];
  const votes = cells.map(({ item, annotator, label }) => ({
    item,
    annotator: index.indexOf(annotator),
    label: labels.indexOf(label),
  }));
  return { votes, labels, items: items.length, annotators: names.size };
}

export function dawidSkeneMeasures({ data }: OracleEntry): Lookup {
  const { votes, labels, items, annotators } = votesOf(data);
  const result = dawidSkene(votes, { items, annotators, classes: labels.length });
  return measures([
    ["class_marginals marginals priors", () => result.classMarginals],
    ["log_likelihood", () => result.logLikelihood],
    ["posteriors", () => result.posteriors],
    ["confusion error_rates", () => result.confusion.map((rows) => rows.map((row) => [...row]))],
    [
      "map_class map predictions",
      () => result.posteriors.map((row) => labels[row.indexOf(Math.max(...row))]!),
    ],
  ]);
}

export function maceMeasures({ data }: OracleEntry): Lookup {
  const { votes, labels, items, annotators } = votesOf(data);
  const options = isObject(data.options) ? data.options : {};
  const result = mace(
    votes,
    { items, annotators, classes: labels.length },
    {
      alpha: asNumber(options.alpha, 0.5),
      beta: asNumber(options.beta, 0.5),
      strategyPrior: asNumber(options.strategy_prior, 10),
      iterations: asNumber(options.iterations, 50),
      restarts: asNumber(options.restarts, 10),
      seed: 1,
    },
  );
  return measures([
    [
      "predictions labels",
      () => result.labels.map((label) => (label === null ? null : labels[label]!)),
    ],
    ["competence competences", () => result.competence],
    ["entropies entropy", () => result.entropies],
    ["log_likelihood", () => result.logLikelihood],
  ]);
}

/** Bootstrap over units; keys carry the level (`lower95`) and the unit, counted from 1. */
export function unitBootstrapMeasures(
  { data }: OracleEntry,
  ratings: RatingMatrix<Rating>,
): Lookup {
  const run = (level: number) =>
    unitBootstrap(ratings, nominalDistance, asNumber(data.n_boot, 1000), 1, level);
  const { estimate, withoutUnit } = run(0.95);
  return (key) => {
    const [, name = key, number] = /^(.*?)_?(\d*)$/.exec(key) ?? [];
    if (key === "estimate") return valueOf(estimate);
    if (name === "lower" || name === "upper") {
      return run(number ? Number(number) / 100 : 0.95).interval[name];
    }
    const without = withoutUnit[Number(number) - 1];
    if (!without) return undefined;
    if (name === "alpha_without_unit") return valueOf(without);
    if (name !== "dfbeta_unit" || without.value === null || estimate.value === null)
      return undefined;
    return estimate.value - without.value;
  };
}
