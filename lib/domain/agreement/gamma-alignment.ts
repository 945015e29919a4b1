import { combinedDissimilarity, type GammaWeights } from "./gamma-dissimilarity";
import { maximumWeightMatching } from "./maximum-weight-matching";
import { type Candidate, maximumGainPacking } from "./set-packing";
import type { Unit } from "./unitizing";

/** Units that stand for the same thing: at most one per annotator, null where one has none. */
export type UnitaryAlignment = readonly (Unit | null)[];

export type Alignment = {
  unitary: readonly UnitaryAlignment[];
  /** Sum of the unitary disorders over the mean number of units per annotator. */
  disorder: number;
  isOptimal: boolean;
};

/** Among alignments of the same disorder, the one that joins more units is taken. */
const tieBonus = 1e-9;

/**
 * Partition of all units into unitary alignments of least disorder.
 *
 * The disorder of one is the mean dissimilarity over all pairs of annotators, Δ∅ for a pair in
 * which a unit is missing. Its minimum is unique, the alignment need not be.
 * Two annotators: exact in O(s³). Three: exact set packing unless `isOptimal` says otherwise.
 * @throws {RangeError} for fewer than two or more than three annotators, or without units.
 * Source: Mathet, Widlöcher & Métivier (2015), sections 4 and 5.1.
 */
export function bestAlignment(
  annotators: readonly (readonly Unit[])[],
  weights: GammaWeights,
): Alignment {
  const [first = [], second = [], third] = annotators;
  const units = annotators.flat();
  if (annotators.length < 2 || annotators.length > 3 || units.length === 0) {
    throw new RangeError("An alignment needs units of two or three annotators.");
  }
  const groups = third
    ? alignThree([first, second, third], weights)
    : { isOptimal: true, unitary: alignTwo(first, second, weights) };
  const grouped = new Set(groups.unitary.flat());
  const alone = annotators.flatMap((own, i) =>
    own
      .filter((unit) => !grouped.has(unit))
      .map((unit) => annotators.map((_, j) => (i === j ? unit : null))),
  );
  const unitary = [...groups.unitary, ...alone];
  const sum = unitary.reduce((total, one) => total + unitaryDisorder(one, weights), 0);
  const disorder = sum / (units.length / annotators.length);
  return { unitary, disorder, isOptimal: groups.isOptimal };
}

function unitaryDisorder(units: UnitaryAlignment, weights: GammaWeights): number {
  let sum = 0;
  let pairs = 0;
  units.forEach((a, i) => {
    for (const b of units.slice(i + 1)) {
      sum += a && b ? combinedDissimilarity(a, b, weights) : weights.deltaEmpty;
      pairs += 1;
    }
  });
  return sum / pairs;
}

function alignTwo(
  first: readonly Unit[],
  second: readonly Unit[],
  weights: GammaWeights,
): UnitaryAlignment[] {
  return maximumWeightMatching(
    first.length,
    second.length,
    (i, j) =>
      2 * weights.deltaEmpty - combinedDissimilarity(first[i]!, second[j]!, weights) + tieBonus,
  ).map(([i, j]) => [first[i]!, second[j]!]);
}

type Link = { a: number; b: number; dissimilarity: number };

function alignThree(
  annotators: readonly [readonly Unit[], readonly Unit[], readonly Unit[]],
  weights: GammaWeights,
): { unitary: UnitaryAlignment[]; isOptimal: boolean } {
  const units = annotators.flatMap((own, annotator) => own.map((unit) => ({ unit, annotator })));
  const { deltaEmpty } = weights;
  const links: Link[] = [];
  const neighbours = units.map(() => new Map<number, number>());
  units.forEach((one, a) =>
    units.forEach((other, b) => {
      if (one.annotator >= other.annotator) return;
      const dissimilarity = combinedDissimilarity(one.unit, other.unit, weights);
      // In any triple that beats its parts, two of the three links sum to less than 5 Δ∅.
      if (dissimilarity >= 5 * deltaEmpty) return;
      links.push({ a, b, dissimilarity });
      neighbours[a]!.set(b, dissimilarity);
    }),
  );
  const candidates: Candidate[] = [];
  for (const { a, b, dissimilarity } of links) {
    const gain = (4 * deltaEmpty - dissimilarity) / 3 + tieBonus;
    if (gain > 0) candidates.push({ members: [a, b], gain });
    for (const [c, fromB] of neighbours[b]!) {
      const fromA = neighbours[a]!.get(c);
      if (fromA === undefined) continue;
      const sum = dissimilarity + fromA + fromB;
      if (sum - Math.min(dissimilarity, fromA, fromB) >= 5 * deltaEmpty) continue;
      const together = (9 * deltaEmpty - sum) / 3 + 2 * tieBonus;
      if (together > 0) candidates.push({ members: [a, b, c], gain: together });
    }
  }
  const { chosen, isOptimal } = maximumGainPacking(units.length, candidates);
  const unitary = chosen.map((i) => {
    const members = candidates[i]!.members.map((member) => units[member]!);
    return annotators.map((_, k) => members.find(({ annotator }) => annotator === k)?.unit ?? null);
  });
  return { unitary, isOptimal };
}
