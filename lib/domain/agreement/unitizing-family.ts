import { type Coefficient, notDefined } from "./coefficient";
import {
  categoriesIn,
  type Continuum,
  forEachIntersection,
  type Section,
  sectionsOf,
} from "./unitizing";

export type UnitizingFamily = {
  /** Where and what at once. */
  u: Coefficient;
  /** |u: did they mark the same matter, whatever the category. */
  binary: Coefficient;
  /** cu: given the same matter, the same category. */
  cu: Coefficient;
  /** Share of all length that two annotators marked, on which `cu` rests. */
  cuCoverage: number;
  /** (k)u by category, and the share of the category's length that it rests on. */
  byCategory: ReadonlyMap<string, { alpha: Coefficient; coverage: number }>;
};

/**
 * The u-alpha family on one text: how well annotators agree on where units are and on what.
 *
 * Linear in lengths, and independent of the resolution but for the correction for pairing a unit
 * with itself. Categories must exclude each other: overlapping units of one annotator make all of
 * them undefined, as do fewer than two annotators and silence of all.
 * Cost: O(m² s + q²).
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher (2016); Krippendorff (2019), section 12.6.
 */
export function unitizingFamily(continuum: Continuum): UnitizingFamily {
  const m = continuum.annotators.length;
  const layers = continuum.annotators.map((units) => sectionsOf(continuum, units));
  if (m < 2) return allUndefined("Only one annotator finished this text.");
  const partitions = layers.filter((sections) => sections !== null);
  if (partitions.length < m) return allUndefined("An annotator's units overlap.");
  const categories = categoriesIn(continuum);
  if (categories.length === 0) return allUndefined("Nobody marked anything.");

  const gap = categories.length;
  const k = gap + 1;
  const index = new Map<string | null, number>(categories.map((name, i) => [name, i]));
  const at = ({ category }: Section) => (category === null ? gap : index.get(category)!);
  const lengths = new Lengths(k);
  const valued = new Lengths(gap);
  partitions.forEach((one, i) => {
    for (const section of one) {
      const size = section.end - section.start;
      lengths.selfPairs[at(section)]! += section.category === null ? size : size ** 2;
    }
    partitions.forEach((other, j) => {
      if (i === j) return;
      const shared = new Map<Section, number>();
      forEachIntersection(one, other, (a, b, size) => {
        lengths.add(at(a), at(b), size / (m - 1));
        if (a.category === null || b.category === null) return;
        valued.add(at(a), at(b), size / (m - 1));
        shared.set(a, (shared.get(a) ?? 0) + size);
      });
      for (const [section, size] of shared) valued.selfPairs[at(section)]! += size ** 2 / (m - 1);
    });
  });

  const expected = (c: number, d: number) =>
    (lengths.total * lengths.product(c, d)) / (lengths.total ** 2 - lengths.selfPaired);
  const expectedGap = lengths.each((d) => expected(gap, d));
  const expectedValued = (c: number, d: number) =>
    valued.product(c, d) / (valued.total - valued.selfPaired / valued.total);
  const byCategory = categories.map(
    (name, c): [string, { alpha: Coefficient; coverage: number }] => {
      const length = valued.margins[c]!;
      const chance = valued.each((d) => expectedValued(c, d));
      const alpha =
        length === 0
          ? notDefined("No two annotators marked the same matter where this category is used.")
          : oneMinus((chance / length) * (length - valued.at(c, c)), chance - expectedValued(c, c));
      return [name, { alpha, coverage: length / lengths.margins[c]! }];
    },
  );
  return {
    u: oneMinus(
      lengths.total - lengths.each((c) => lengths.at(c, c)),
      lengths.total - lengths.each((c) => expected(c, c)),
    ),
    binary: oneMinus(
      lengths.margins[gap]! - lengths.at(gap, gap),
      expectedGap - expected(gap, gap),
    ),
    cu:
      valued.total === 0
        ? notDefined("No two annotators marked the same matter.")
        : oneMinus(
            valued.total - valued.each((c) => valued.at(c, c)),
            valued.total - valued.each((c) => expectedValued(c, c)),
          ),
    cuCoverage: valued.total / lengths.total,
    byCategory: new Map(byCategory),
  };
}

function oneMinus(observed: number, expected: number): Coefficient {
  if (!(Math.abs(expected) > 1e-12))
    return notDefined("Only one value was used, so nothing varies.");
  return { value: 1 - observed / expected };
}

function allUndefined(reason: string): UnitizingFamily {
  const none = notDefined(reason);
  return { u: none, binary: none, cu: none, cuCoverage: 0, byCategory: new Map() };
}

/** Lengths in which one annotator says c while another says d, with margins. */
class Lengths {
  private readonly cells: Float64Array;
  readonly margins: Float64Array;
  readonly selfPairs: Float64Array;
  total = 0;

  constructor(private readonly k: number) {
    this.cells = new Float64Array(k * k);
    this.margins = new Float64Array(k);
    this.selfPairs = new Float64Array(k);
  }

  add(c: number, d: number, length: number): void {
    this.cells[c * this.k + d]! += length;
    this.margins[c]! += length;
    this.total += length;
  }

  at(c: number, d: number): number {
    return this.cells[c * this.k + d]!;
  }

  each(value: (c: number) => number): number {
    let sum = 0;
    for (let c = 0; c < this.k; c += 1) sum += value(c);
    return sum;
  }

  get selfPaired(): number {
    return this.each((c) => this.selfPairs[c]!);
  }

  product(c: number, d: number): number {
    return this.margins[c]! * this.margins[d]! - (c === d ? this.selfPairs[c]! : 0);
  }
}
