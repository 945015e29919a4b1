import {
  bootstrap,
  fewestArticles,
  type Interval,
  mostGroups,
  mostSingleArticles,
} from "./bootstrap";
import { type Coefficient, notDefined } from "./coefficient";
import { krippendorffAlpha, type SquaredDistance } from "./krippendorff-alpha";
import { ordinalDistance } from "./level-distances";
import { PairCounts } from "./pair-counts";
import { type RandomSource, seededRandom } from "./random-source";

/** `weight` pairs of two values, in either order. */
export type WeightedPair<Value> = readonly [first: Value, second: Value, weight: number];
type Cell = { article: number; column: number; value: number };

const draws = 1000;
const seed = 20_260_101;

/**
 * What alpha of some rating needs of each article, for an interval over articles: observed and
 * expected disagreement are both computed anew in each resample. Only what isn't 0 is kept.
 *
 * Above `mostSingleArticles`, random groups of articles are drawn in their place.
 * Cost of an interval: O(articles) + O(draws · k²) for k distinct values.
 */
export abstract class AlphaRows<Value> {
  private nArticles = 0;
  private readonly cells: Cell[] = [];
  private readonly columnOf = new Map<unknown, number>();
  private readonly keyOf: (value: Value) => unknown;

  constructor(keyOf: (value: Value) => unknown) {
    this.keyOf = keyOf;
  }

  /** One article that has at least a pair. */
  add(pairs: readonly WeightedPair<Value>[]): void {
    if (pairs.length === 0) return;
    for (const pair of pairs) this.addPair(pair);
    this.nArticles += 1;
  }

  interval(): Interval {
    if (this.nArticles < fewestArticles) {
      const reason = `Fewer than ${fewestArticles} articles have this from two annotators.`;
      return { lower: null, upper: null, reason };
    }
    const random = seededRandom(seed);
    const nRows = this.nArticles > mostSingleArticles ? mostGroups : this.nArticles;
    const rowOf = inGroups(this.nArticles, nRows, random);
    const width = this.columnOf.size;
    const rows = new Float64Array(nRows * width);
    for (const { article, column, value } of this.cells) {
      rows[rowOf[article]! * width + column]! += value;
    }
    return bootstrap(rows, width, [this.alphaFor()], draws, seed)[0]!.interval;
  }

  protected abstract addPair(pair: WeightedPair<Value>): void;
  /** Alpha as a function of the columns' sums. */
  protected abstract alphaFor(): (totals: Float64Array) => Coefficient;

  protected put(key: unknown, value: number): void {
    const column = this.columnOf.get(key) ?? this.columnOf.size;
    this.columnOf.set(key, column);
    this.cells.push({ article: this.nArticles, column, value });
  }

  protected key(value: Value): unknown {
    return this.keyOf(value);
  }
}

const withinKey = Symbol("within");

/** With a distance between values that nothing else has a part in: margins and distances suffice. */
export class FixedAlphaRows<Value> extends AlphaRows<Value> {
  private readonly values = new Map<unknown, Value>();
  private readonly distance: SquaredDistance<Value>;

  constructor(distance: SquaredDistance<Value>, keyOf = (value: Value): unknown => value) {
    super(keyOf);
    this.distance = distance;
  }

  protected addPair([first, second, weight]: WeightedPair<Value>): void {
    this.put(withinKey, 2 * weight * this.distance(first, second));
    for (const value of [first, second]) {
      const key = this.key(value);
      this.values.set(key, value);
      this.put(key, weight);
    }
  }

  protected alphaFor(): (totals: Float64Array) => Coefficient {
    const values = [...this.values.values()];
    const k = values.length;
    const apart = Float64Array.from({ length: k * k }, (_, at) =>
      this.distance(values[Math.floor(at / k)]!, values[at % k]!),
    );
    // Columns come in the order in which values do, after the first.
    return (totals) => {
      let pairable = 0;
      let between = 0;
      for (let c = 0; c < k; c += 1) {
        const margin = totals[1 + c]!;
        pairable += margin;
        if (margin === 0) continue;
        for (let d = 0; d < c; d += 1) between += 2 * margin * totals[1 + d]! * apart[c * k + d]!;
      }
      if (!(between > 0)) return notDefined("Every pairable rating has the same value.");
      return { value: 1 - (totals[0]! * (pairable - 1)) / between };
    };
  }
}

/** On a scale, where two values are the farther apart the more ratings lie between them. */
export class OrdinalAlphaRows extends AlphaRows<number> {
  private readonly pairs = new Map<string, readonly [number, number]>();

  constructor() {
    super((value) => value);
  }

  protected addPair([first, second, weight]: WeightedPair<number>): void {
    const pair = first < second ? ([first, second] as const) : ([second, first] as const);
    this.pairs.set(pair.join(), pair);
    this.put(pair.join(), weight);
  }

  protected alphaFor(): (totals: Float64Array) => Coefficient {
    const pairs = [...this.pairs.values()];
    return (totals) => {
      const counts = new PairCounts<number>();
      pairs.forEach(([a, b], column) => {
        if (totals[column] !== 0) counts.addPair(a, b, totals[column]!);
      });
      const coincidences = counts.read();
      return krippendorffAlpha(coincidences, ordinalDistance(coincidences)).alpha;
    };
  }
}

/** A group for each article, of equal sizes and by chance; its own for each where they suffice. */
function inGroups(nArticles: number, nGroups: number, random: RandomSource): Int32Array {
  const groups = Int32Array.from({ length: nArticles }, (_, at) => at % nGroups);
  if (nGroups === nArticles) return groups;
  for (let at = nArticles - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [groups[at], groups[other]] = [groups[other]!, groups[at]!];
  }
  return groups;
}
