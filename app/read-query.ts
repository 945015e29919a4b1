import type { z } from "zod";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/**
 * An address's query by its contract. Empty fields of a GET form count as left out, and of a field
 * that is there several times the values stand with commas between them; a query that makes no sense
 * shows the first page rather than an error.
 */
export async function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  searchParams: SearchParams,
  defaults: Record<string, string> = {},
): Promise<z.output<Schema>> {
  const all = { ...defaults, ...(await searchParams) };
  const given = Object.entries(all)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value])
    .filter(([, value]) => value !== "");
  const parsed = schema.safeParse(Object.fromEntries(given));
  return parsed.success ? parsed.data : schema.parse({});
}
