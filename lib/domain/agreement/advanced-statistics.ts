import { type Codebook, comparedFamilies, type FamilyDefinition } from "../codebook/codebook";
import { inOrder, type SubmittedLayer } from "./article-sums";
import { characterSetCoincidences } from "./character-sets";
import { type Coefficient, notDefined } from "./coefficient";
import { gammaAgreement } from "./gamma";
import { krippendorffAlphaUnitizing } from "./krippendorff-alpha-unitizing";
import type { Continuum, Unit } from "./unitizing";
import { unitizingFamily } from "./unitizing-family";

export type GammaFigure = {
  gamma: Coefficient;
  /** Null where gamma isn't defined. */
  observedDisorder: number | null;
  expectedDisorder: number | null;
};

/** Coefficients for units of one family on one article; see `unitizingFamily` and `alphaU`. */
export type AdvancedFamily = {
  familyId: string;
  alphaU: Coefficient;
  alphaUByTag: Readonly<Record<string, Coefficient>>;
  u: Coefficient;
  binaryU: Coefficient;
  cu: Coefficient;
  cuCoverage: number;
  /** Only of articles that it was asked for. */
  gamma: GammaFigure | null;
  /** Sets of tags that a character got, and pairs of their places with their coincidences. */
  sets: readonly (readonly string[])[];
  setPairs: readonly (readonly [first: number, second: number, weight: number])[];
};
export type AdvancedStatistics = { version: number; families: readonly AdvancedFamily[] };

/** Raised when the shape or a definition changes: what was stored under another is recomputed. */
export const advancedVersion = 1;

/** Gamma's cost grows with the product of the annotators' numbers of spans. */
export const mostGammaAnnotators = 3;
export const mostGammaSpans = 60;
export const gammaSamples = 30;
export const gammaSeed = 20_260_101;

/**
 * What the advanced section knows of one article's body; null below two annotators.
 * Cost: quadratic in spans, gamma apart: see `gammaAgreement`. Meant for a background job.
 */
export function advancedStatistics(
  codebook: Codebook,
  nCodePoints: number,
  layers: readonly SubmittedLayer[],
  { hasGamma }: { hasGamma: boolean },
): AdvancedStatistics | null {
  if (layers.length < 2) return null;
  const sorted = inOrder(layers);
  return {
    version: advancedVersion,
    families: comparedFamilies(codebook).map((family) =>
      familyOf(family, nCodePoints, sorted, hasGamma),
    ),
  };
}

function familyOf(
  { id, tags }: FamilyDefinition,
  nCodePoints: number,
  layers: readonly SubmittedLayer[],
  hasGamma: boolean,
): AdvancedFamily {
  const tagIds = tags.map((tag) => tag.id);
  const annotators = layers.map(({ spans }) =>
    spans.flatMap(({ segment, start, end, tagId }): Unit[] => {
      const unit = { start: Math.max(0, start), end: Math.min(nCodePoints, end), category: tagId };
      const isCounted = segment === "body" && tagIds.includes(tagId) && unit.start < unit.end;
      return isCounted ? [unit] : [];
    }),
  );
  const continuum: Continuum = { begin: 0, length: nCodePoints, annotators };
  const { alpha, byCategory } = krippendorffAlphaUnitizing(continuum);
  const { u, binary, cu, cuCoverage } = unitizingFamily(continuum);
  return {
    familyId: id,
    alphaU: alpha,
    alphaUByTag: Object.fromEntries([...byCategory].map(([tag, part]) => [tag, part.alpha])),
    ...{ u, binaryU: binary, cu, cuCoverage },
    gamma: hasGamma ? gammaOf(annotators) : null,
    ...setsOf(continuum, tagIds),
  };
}

function gammaOf(annotators: readonly (readonly Unit[])[]): GammaFigure {
  const none = (reason: string): GammaFigure => ({
    gamma: notDefined(reason),
    ...{ observedDisorder: null, expectedDisorder: null },
  });
  if (annotators.length > mostGammaAnnotators) {
    return none(`Gamma is computed for at most ${mostGammaAnnotators} annotators.`);
  }
  if (annotators.some(({ length }) => length > mostGammaSpans)) {
    return none(`Gamma is computed for at most ${mostGammaSpans} spans of an annotator.`);
  }
  const result = gammaAgreement(annotators, { samples: gammaSamples, seed: gammaSeed });
  if (result.gamma.value === null) return { ...none(""), gamma: result.gamma };
  if (!result.isOptimal) return none("The best alignment was not found within the limit.");
  const { gamma, observedDisorder, expectedDisorder } = result;
  return { gamma, observedDisorder, expectedDisorder };
}

function setsOf(
  { annotators, length }: Continuum,
  tagIds: readonly string[],
): Pick<AdvancedFamily, "sets" | "setPairs"> {
  const layers = annotators.map((units) => ({
    annotatorId: "",
    spans: units.map(({ start, end, category }) => ({
      ...{ start, end },
      categoryIndex: tagIds.indexOf(category),
    })),
  }));
  const { values, counts } = characterSetCoincidences(
    [{ lengthCodePoints: length, layers }],
    tagIds.length,
  );
  const k = values.length;
  const setPairs: [number, number, number][] = [];
  for (let a = 0; a < k; a += 1) {
    for (let b = a; b < k; b += 1) {
      const weight = counts[a * k + b]!;
      // Counted once for both orders, and a set meets itself in one cell.
      if (weight > 0) setPairs.push([a, b, a === b ? weight / 2 : weight]);
    }
  }
  return { sets: values.map((set) => set.map((at) => tagIds[at] ?? "")), setPairs };
}
