import type { Coincidences } from "./coincidences";

/** Coincidences of values that become known one by one; additive over units and articles. */
export class PairCounts<Value> {
  private readonly values: Value[] = [];
  private readonly placeOf = new Map<unknown, number>();
  private readonly rows: Map<number, number>[] = [];
  private readonly keyOf: (value: Value) => unknown;

  constructor(keyOf: (value: Value) => unknown = (value) => value) {
    this.keyOf = keyOf;
  }

  /** One unit's ratings, each pair of them weighing 1/(m − 1); fewer than two say nothing. */
  addUnit(ratings: readonly Value[]): void {
    for (let a = 0; a < ratings.length; a += 1) {
      for (let b = a + 1; b < ratings.length; b += 1) {
        this.addPair(ratings[a]!, ratings[b]!, 1 / (ratings.length - 1));
      }
    }
  }

  /** `weight` pairs of two values, in either order. */
  addPair(first: Value, second: Value, weight: number): void {
    const [a, b] = [this.place(first), this.place(second)];
    this.put(a, b, weight);
    this.put(b, a, weight);
  }

  read(): Coincidences<Value> {
    const k = this.values.length;
    const counts = new Float64Array(k * k);
    this.rows.forEach((row, a) => {
      for (const [b, weight] of row) counts[a * k + b] = weight;
    });
    return { values: this.values, counts };
  }

  private put(a: number, b: number, weight: number): void {
    const row = this.rows[a]!;
    row.set(b, (row.get(b) ?? 0) + weight);
  }

  private place(value: Value): number {
    const key = this.keyOf(value);
    const known = this.placeOf.get(key);
    if (known !== undefined) return known;
    this.placeOf.set(key, this.values.length);
    this.rows.push(new Map());
    return this.values.push(value) - 1;
  }
}
