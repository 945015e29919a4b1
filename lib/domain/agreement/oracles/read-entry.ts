import { isObject, type Json, type JsonObject, type OracleEntry } from "./entry";

/**
 * An entry of an oracle file as what it has to be.
 * @throws {RangeError} which says what is wrong with it
 */
export function readEntry(value: unknown): OracleEntry {
  if (!isObject(value as Json)) throw new RangeError("an entry has to be an object");
  const { id, measure, data, expected } = value as JsonObject;
  if (typeof id !== "string" || id === "") throw new RangeError("it has no “id” text");
  if (typeof measure !== "string") throw new RangeError("it has no “measure” text");
  if (!isObject(data)) throw new RangeError("it has no “data” object");
  if (!isObject(expected)) throw new RangeError("it has no “expected” object");
  if (Object.keys(expected).length === 0) throw new RangeError("nothing is expected of it");
  return value as OracleEntry;
}

/** Shapes that would give a number without meaning. @throws {RangeError} */
export function requireSoundData({ data }: OracleEntry): void {
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === "string" && /^see\s/.test(value)) {
      throw new RangeError(`“${key}” refers to an entry that isn't in the file: ${value}`);
    }
  }
  for (const key of ["table", "counts", "profiles"]) requireCounts(key, data[key]);
  for (const key of ["units_by_observer", "units_by_coder", "reliability_data"]) {
    requireSameLength(key, data[key]);
  }
  for (const key of ["gold", "submission"]) requireSpans(key, data[key]);
}

function requireCounts(key: string, value: Json | undefined): void {
  if (value === undefined) return;
  requireSameLength(key, value);
  for (const cell of Array.isArray(value) ? (value as readonly Json[]).flat() : []) {
    if (typeof cell !== "number" || !(cell >= 0)) {
      throw new RangeError(`“${key}” holds ${JSON.stringify(cell)}, which is no count`);
    }
  }
}

function requireSameLength(key: string, value: Json | undefined): void {
  if (!Array.isArray(value)) return;
  const rows = value as readonly Json[];
  if (rows.length === 0) throw new RangeError(`“${key}” has no rows`);
  const lengths = new Set(rows.map((row) => (Array.isArray(row) ? row.length : -1)));
  if (lengths.has(-1)) throw new RangeError(`“${key}” has to be a list of lists`);
  if (lengths.size > 1) {
    throw new RangeError(`rows of “${key}” have different lengths: ${[...lengths].join(", ")}`);
  }
}

function requireSpans(key: string, value: Json | undefined): void {
  if (!Array.isArray(value)) return;
  for (const span of value as readonly Json[]) {
    const [start, end] = Array.isArray(span) ? (span as readonly Json[]) : [];
    if (typeof start !== "number" || typeof end !== "number" || start >= end) {
      throw new RangeError(`“${key}” holds ${JSON.stringify(span)}, which is no [start, end, tag]`);
    }
  }
}
