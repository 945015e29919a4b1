import { gammaAgreement, type GammaOptions } from "../gamma";
import { bestAlignment } from "../gamma-alignment";
import { positionalDissimilarity } from "../gamma-dissimilarity";
import type { GammaSampler } from "../gamma-samplers";
import {
  krippendorffAlphaUnitizing,
  squaredSectionDistance,
} from "../krippendorff-alpha-unitizing";
import type { Continuum, Unit } from "../unitizing";
import { unitizingFamily } from "../unitizing-family";
import {
  asArray,
  asLayers,
  asNumber,
  asTable,
  asText,
  type Computed,
  isObject,
  type JsonObject,
  type Lookup,
  measures,
  type OracleEntry,
  valueOf,
} from "./entry";

/** `{category: [annotator 1, annotator 2, …]}` with (offset, length) pairs. */
export function alphaUMeasures({ data }: OracleEntry): Lookup {
  const categories = isObject(data.units) ? Object.entries(data.units) : [];
  const layers: Unit[][] = [[], []];
  for (const [category, annotators] of categories) {
    asArray(annotators).forEach((units, i) => {
      layers[i] ??= [];
      for (const [start, length] of asTable(units)) {
        layers[i].push({ start: start!, end: start! + length!, category });
      }
    });
  }
  const { alpha, byCategory } = krippendorffAlphaUnitizing(continuumOf(data, layers));
  const parts = [...byCategory.values()];
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  const overall = measures([
    ["alpha alpha_U alpha_u_2004 value gamma", () => valueOf(alpha)],
    ["Do", () => sum(({ observed }) => observed)],
    ["De", () => sum(({ expected }) => expected)],
  ]);
  return (key) => {
    const part = byCategory.get(key);
    if (!part) return overall(key);
    return { Do: part.observed, De: part.expected, alpha: valueOf(part.alpha) };
  };
}

/** Calls of the section distance: (begin, length, is unit) twice. */
export function sectionDistances({ data }: OracleEntry): Lookup {
  const values = asTable(data.calls).map(([b1, l1, v1, b2, l2, v2]) =>
    squaredSectionDistance(
      { start: b1!, end: b1! + l1!, category: v1 ? "unit" : null },
      { start: b2!, end: b2! + l2!, category: v2 ? "unit" : null },
    ),
  );
  return measures([["values", () => values]]);
}

export function positionalDissimilarities({ data }: OracleEntry): Lookup {
  const values = asArray(data.pairs).map((pair) => {
    const [a, b] = asTable(pair).map(([start, end]) => ({ start: start!, end: end! }));
    return positionalDissimilarity(a!, b!, asNumber(data.delta_empty, 1));
  });
  return measures([["values", () => values]]);
}

/** Layers of half-open (start, end, value), as a list or by name. */
function layersOf(data: JsonObject): Unit[][] {
  return asLayers(data.observers ?? data.annotators).map((layer) =>
    asArray(layer).map((unit) => {
      const [start, end, category] = asArray(unit);
      return { start: asNumber(start), end: asNumber(end), category: asText(category) };
    }),
  );
}

function continuumOf(data: JsonObject, annotators: Unit[][]): Continuum {
  const begin = asNumber(data.continuum_begin, 0);
  const last = Math.max(begin, ...annotators.flat().map(({ end }) => end));
  return { begin, length: asNumber(data.continuum_length, last - begin), annotators };
}

export function unitizingMeasures({ data }: OracleEntry): Lookup {
  const family = unitizingFamily(continuumOf(data, layersOf(data)));
  const byCategory = (of: "alpha" | "coverage") => (): Computed =>
    Object.fromEntries(
      [...family.byCategory].map(([name, part]) => [
        name,
        of === "alpha" ? valueOf(part.alpha) : part.coverage,
      ]),
    );
  return measures([
    ["u u_alpha value alpha", () => valueOf(family.u)],
    ["u_binary binary u_alpha_binary binary_u", () => valueOf(family.binary)],
    ["cu cu_alpha", () => valueOf(family.cu)],
    ["cu_coverage coverage", () => family.cuCoverage],
    ["ku ku_alpha", byCategory("alpha")],
    ["ku_coverage", byCategory("coverage")],
  ]);
}

/** Enough samples that the noise stays well under the tolerances of published gammas. */
const samples = 400;

export function gammaMeasures({ data, measure }: OracleEntry): Lookup {
  const layers = layersOf(data);
  const weights = {
    alpha: asNumber(data.alpha, 1),
    beta: asNumber(data.beta, 1),
    deltaEmpty: asNumber(data.delta_empty, 1),
  };
  const runs = new Map<GammaSampler, ReturnType<typeof gammaAgreement>>();
  const run = (sampler: GammaSampler) => {
    const options: Partial<GammaOptions> = { ...weights, samples, seed: 1, sampler };
    const result = runs.get(sampler) ?? gammaAgreement(layers, options);
    runs.set(sampler, result);
    return result;
  };
  const asked = /shuffle/i.test(`${asText(data.sampler)} ${measure}`) ? "shuffle" : "statistical";
  const perCategory = (): Computed =>
    Object.fromEntries([...run("shuffle").byCategory].map(([name, k]) => [name, valueOf(k)]));
  return measures([
    [
      "best_alignment_disorder disorder observed_disorder",
      () => bestAlignment(layers, weights).disorder,
    ],
    ["gamma_approx gamma value", () => valueOf(run(asked).gamma)],
    ["expected_disorder", () => run(asked).expectedDisorder],
    ["gamma_range", () => valueOf(run("shuffle").gamma)],
    ["gamma_cat gamma_cat_range", () => valueOf(run("shuffle").gammaCat)],
    ["gamma_k", perCategory],
  ]);
}
