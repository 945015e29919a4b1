import type { ExportSnapshot } from "./export-snapshot";

type Find = ExportSnapshot["find"];
type Plan = { "QUERY PLAN": { Plan: { "Plan Rows": number } }[] };

/** Beyond this the planner's estimate is as good as a count, and comes at once. */
const mostCounted = 300_000;

export const countVia = (snapshot: ExportSnapshot): Find => snapshot.find.bind(snapshot);

/** Rows of `FROM ... WHERE ...`, counted where there are not too many. */
export async function countRows(
  find: Find,
  source: string,
): Promise<{ n: number; isExact: boolean }> {
  const [plan] = await find<Plan>(`EXPLAIN (FORMAT JSON) SELECT 1 ${source}`, []);
  const expected = plan?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
  if (expected > mostCounted) return { n: expected, isExact: false };
  const [row] = await find<{ n: number }>(`SELECT count(*)::int AS n ${source}`, []);
  return { n: row?.n ?? 0, isExact: true };
}
