import type { z } from "zod";

type SearchParams = Record<string, string | string[] | undefined>;

/**
 * An address's query by its contract. Empty fields of a GET form count as left out; a query that
 * makes no sense shows the first page rather than an error.
 */
export function pageQuery<Schema extends z.ZodType>(
  schema: Schema,
  params: SearchParams,
): z.output<Schema> {
  const given = Object.entries(params).filter(([, value]) => value !== "");
  const parsed = schema.safeParse(Object.fromEntries(given));
  return parsed.success ? parsed.data : schema.parse({});
}
