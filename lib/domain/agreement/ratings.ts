/** One row per unit, one column per annotator; `null` = not rated. */
export type RatingMatrix<Value> = readonly (readonly (Value | null)[])[];

/** Square counts: rows are annotator 1's categories, columns annotator 2's, in the same order. */
export type ContingencyTable = readonly (readonly number[])[];

/** `weight` units that were each put into category c by `counts[c]` annotators. */
export type Profile = { counts: readonly number[]; weight: number };

/** Ratings by category, for coefficients that don't ask who gave them. */
export type Profiles<Value = unknown> = {
  categories: readonly Value[];
  profiles: readonly Profile[];
};

/** Distinct ratings in ascending order (numbers by size, all else as text). */
export function categoriesOf<Value extends string | number>(ratings: RatingMatrix<Value>): Value[] {
  const seen = new Set<Value>();
  for (const row of ratings) for (const value of row) if (value !== null) seen.add(value);
  return [...seen].sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1,
  );
}

/** @param categories all that could be chosen; those in use by default. */
export function profilesOf<Value extends string | number>(
  ratings: RatingMatrix<Value>,
  categories: readonly Value[] = categoriesOf(ratings),
): Profiles<Value> {
  const index = new Map(categories.map((category, i) => [category, i]));
  const profiles = ratings.map((row) => {
    const counts = new Array<number>(categories.length).fill(0);
    for (const value of row) {
      const at = value === null ? undefined : index.get(value);
      if (at !== undefined) counts[at]! += 1;
    }
    return { counts, weight: 1 };
  });
  return { categories, profiles };
}

/** Each cell (i, j) as that many units with one vote for i and one for j. */
export function profilesOfTable(table: ContingencyTable): Profiles<number> {
  const profiles = table.flatMap((row, i) =>
    row.map((weight, j) => {
      const counts = new Array<number>(table.length).fill(0);
      counts[i]! += 1;
      counts[j]! += 1;
      return { counts, weight };
    }),
  );
  return {
    categories: table.map((_, i) => i + 1),
    profiles: profiles.filter(({ weight }) => weight > 0),
  };
}

/** Units rated by both of two annotators, counted by what each said. */
export function tableOf<Value extends string | number>(
  ratings: RatingMatrix<Value>,
  [first, second]: readonly [number, number] = [0, 1],
  categories: readonly Value[] = categoriesOf(ratings),
): number[][] {
  const index = new Map<Value, number>(categories.map((category, i) => [category, i]));
  const table = categories.map(() => new Array<number>(categories.length).fill(0));
  for (const row of ratings) {
    const a = row[first] ?? null;
    const b = row[second] ?? null;
    if (a === null || b === null) continue;
    table[index.get(a)!]![index.get(b)!]! += 1;
  }
  return table;
}

/** Number of ratings in one profile. */
export function sizeOf({ counts }: Profile): number {
  let size = 0;
  for (const count of counts) size += count;
  return size;
}

/** Whether the ratings use at most one category, so that nothing can vary. */
export function isConstant({ profiles }: Profiles): boolean {
  const used = new Set<number>();
  for (const { counts, weight } of profiles) {
    if (weight > 0) counts.forEach((count, c) => count > 0 && used.add(c));
  }
  return used.size < 2;
}
