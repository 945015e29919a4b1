export type WeightScheme = "identity" | "linear" | "quadratic";

/**
 * Credit between 0 and 1 for rating a unit `a` and `b`, as a q × q matrix with 1 on the diagonal.
 * Linear and quadratic weights take the distance between numeric categories over their range;
 * categories that aren't numbers count as 1, 2, 3, … in the given order.
 * Source: Gwet, Handbook of Inter-Rater Reliability (2014), ch. 3.
 */
export function agreementWeights(categories: readonly unknown[], scheme: WeightScheme): number[][] {
  const isNumeric = categories.every((category) => typeof category === "number");
  const scale = categories.map((category, i) => (isNumeric ? Number(category) : i + 1));
  const range = Math.max(...scale) - Math.min(...scale);
  return scale.map((a) =>
    scale.map((b) => {
      if (a === b) return 1;
      if (scheme === "identity" || range === 0) return 0;
      const distance = Math.abs(a - b) / range;
      return scheme === "linear" ? 1 - distance : 1 - distance ** 2;
    }),
  );
}
