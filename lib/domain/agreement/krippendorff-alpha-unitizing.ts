import { type Coefficient, notDefined } from "./coefficient";
import {
  categoriesIn,
  type Continuum,
  forEachIntersection,
  type Section,
  sectionsOf,
} from "./unitizing";

export type UnitizingDisagreement = { observed: number; expected: number };
export type AlphaUResult = {
  alpha: Coefficient;
  byCategory: ReadonlyMap<string, UnitizingDisagreement & { alpha: Coefficient }>;
};

/**
 * δ² between two sections: for overlapping units the squared shifts of both ends, for a unit
 * within the other's gap its squared length, otherwise 0.
 */
export function squaredSectionDistance(a: Section, b: Section): number {
  if (a.category !== null && b.category !== null) {
    const overlap = a.start < b.end && b.start < a.end;
    return overlap ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0;
  }
  if (a.category !== null) return isWithin(a, b) ? (a.end - a.start) ** 2 : 0;
  if (b.category !== null) return isWithin(b, a) ? (b.end - b.start) ** 2 : 0;
  return 0;
}

function isWithin(inner: Section, outer: Section): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Krippendorff's alpha for unitizing, one text at a time and any number of annotators.
 *
 * Distances are squared lengths, so one long unit against silence outweighs many short ones, and
 * the value depends on the resolution of the offsets. Undefined when nobody marked anything, with
 * fewer than two annotators, and for a category in which an annotator overlaps themselves (the
 * overall value is then undefined too).
 * Cost: O(m² s) for the observed part and O((m s)²) within a category for the expected part.
 * Source: Krippendorff (1995), with the expected disagreement of Krippendorff (2004), p. 251.
 */
export function krippendorffAlphaUnitizing(continuum: Continuum): AlphaUResult {
  const byCategory = new Map<string, UnitizingDisagreement & { alpha: Coefficient }>();
  if (continuum.annotators.length < 2) {
    return { alpha: notDefined("Only one annotator finished this text."), byCategory };
  }
  let observed = 0;
  let expected = 0;
  let overlapping: string | null = null;
  for (const category of categoriesIn(continuum)) {
    const parts = disagreementOn(continuum, category);
    if (parts === null) {
      overlapping ??= category;
      const alpha = notDefined("An annotator's units of this category overlap.");
      byCategory.set(category, { observed: NaN, expected: NaN, alpha });
      continue;
    }
    observed += parts.observed;
    expected += parts.expected;
    byCategory.set(category, { ...parts, alpha: alphaOf(parts) });
  }
  if (byCategory.size === 0) return { alpha: notDefined("Nobody marked anything."), byCategory };
  return {
    alpha:
      overlapping === null
        ? alphaOf({ observed, expected })
        : notDefined(`An annotator's units of ${overlapping} overlap.`),
    byCategory,
  };
}

function alphaOf({ observed, expected }: UnitizingDisagreement): Coefficient {
  if (expected === 0) return notDefined("Chance alone could not have produced a disagreement.");
  return { value: 1 - observed / expected };
}

function disagreementOn(continuum: Continuum, category: string): UnitizingDisagreement | null {
  const { annotators, length: L } = continuum;
  const m = annotators.length;
  const layers: Section[][] = [];
  for (const units of annotators) {
    const sections = sectionsOf(
      continuum,
      units.filter((unit) => unit.category === category),
    );
    if (sections === null) return null;
    layers.push(sections);
  }
  let squares = 0;
  layers.forEach((one, i) => {
    for (const other of layers.slice(i + 1)) {
      forEachIntersection(one, other, (a, b) => (squares += 2 * squaredSectionDistance(a, b)));
    }
  });
  const all = layers.flat().map((section) => ({ ...section, size: section.end - section.start }));
  const units = all.filter((section) => section.category !== null).map(({ size }) => size);
  const gaps = all.filter((section) => section.category === null).map(({ size }) => size);
  let chance = 0;
  let selfPairs = 0;
  for (const l of units) {
    const room = gaps.reduce((sum, g) => sum + (g >= l ? g - l + 1 : 0), 0);
    chance += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room;
    selfPairs += l * (l - 1);
  }
  return {
    observed: squares / (m * (m - 1) * L ** 2),
    expected: ((2 / L) * chance) / (m * L * (m * L - 1) - selfPairs),
  };
}
