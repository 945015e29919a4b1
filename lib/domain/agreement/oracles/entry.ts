import type { Coefficient } from "../coefficient";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** One published worked example: data, what a measure should give on them, and how closely. */
export type OracleEntry = {
  id: string;
  measure: string;
  data: JsonObject;
  expected: JsonObject;
  tolerance?: Json;
};

/** A value to hold against an expected one; a function looks measures up by name. */
export type Computed =
  number | string | null | readonly Computed[] | { readonly [key: string]: Computed } | Lookup;
export type Lookup = (key: string) => Computed | undefined;

/** Spans of an annotated article that an entry names by its file; body only. */
export type StoredSpan = { start: number; end: number; tag: string; family: string };
export type StoredLayers = { lengthCodePoints: number; layers: readonly (readonly StoredSpan[])[] };
export type OracleContext = { layersOf: (file: string) => StoredLayers | null };

/** Names that differ in case and punctuation only are one: `Do_nominal`, `do-nominal`. */
export function plainName(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** A lookup in lazily computed measures, each under one or more names. */
export function measures(
  table: readonly (readonly [names: string, compute: () => Computed])[],
): Lookup {
  const byName = new Map(
    table.flatMap(([names, compute]) =>
      names.split(" ").map((name): [string, () => Computed] => [plainName(name), compute]),
    ),
  );
  return (key) => byName.get(plainName(key))?.();
}

export function valueOf(coefficient: Coefficient): number | null {
  return coefficient.value;
}

export function asArray(value: Json | undefined): readonly Json[] {
  if (!Array.isArray(value)) throw new TypeError("expected a list in the data");
  return value as readonly Json[];
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asNumber(value: Json | undefined, fallback?: number): number {
  if (typeof value === "number") return value;
  if (fallback !== undefined) return fallback;
  throw new TypeError("expected a number in the data");
}

/** A text or number as text; anything else is no text at all. */
export function asText(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** A list of lists of numbers. */
export function asTable(value: Json | undefined): number[][] {
  return asArray(value).map((row) => asArray(row).map((cell) => asNumber(cell)));
}

/** The values of a list or of an object, in order. */
export function asLayers(value: Json | undefined): readonly Json[] {
  return isObject(value) ? Object.values(value) : asArray(value);
}

/**
 * Replaces data given as "see <id>", or by the bare id of an entry, with that entry's, and takes
 * over the parts that the entry itself leaves out.
 */
export function resolveReferences(entry: OracleEntry, all: readonly OracleEntry[]): OracleEntry {
  let data: JsonObject = entry.data;
  for (const [key, value] of Object.entries(entry.data)) {
    if (typeof value !== "string") continue;
    const words = value.split(/[\s,;()]+/);
    const source = all.find(({ id }) => id !== entry.id && words.includes(id));
    if (!source) continue;
    const theirs = resolveReferences(source, all).data;
    data = { ...theirs, ...data, [key]: theirs[key] ?? Object.values(theirs)[0] ?? null };
  }
  return { ...entry, data };
}
