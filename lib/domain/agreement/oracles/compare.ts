import {
  type Computed,
  isObject,
  type Json,
  type JsonObject,
  type OracleEntry,
  plainName,
} from "./entry";

export type OracleLine = {
  id: string;
  key: string;
  computed: string;
  expected: string;
  tolerance: string;
  isOk: boolean;
};

type Tolerance = { amount: number; isRelative: boolean };

/** One line per expected number, whatever the nesting. */
export function compareEntry(entry: OracleEntry, computed: Computed): OracleLine[] {
  return linesOf(entry, entry.expected, computed, []);
}

function linesOf(
  entry: OracleEntry,
  expected: Json,
  computed: Computed | undefined,
  path: readonly string[],
): OracleLine[] {
  if (isObject(expected)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      linesOf(entry, value, memberOf(computed, key), [...path, key]),
    );
  }
  const key = path.join(".");
  if (Array.isArray(expected)) {
    const list = expected as readonly Json[];
    if (key.endsWith("_range") && typeof computed === "number") {
      const [low, high] = list.map(Number);
      return [
        line(entry, key, computed, `${low} to ${high}`, "", computed >= low! && computed <= high!),
      ];
    }
    const values = Array.isArray(computed)
      ? (computed as readonly Computed[])
      : typeof computed === "object" && computed !== null
        ? Object.values(computed)
        : null;
    return list.flatMap((value, i) => {
      const compared = asNeighbour(value, values, i) ?? value;
      return linesOf(entry, compared, values?.[i], [...path, String(i)]);
    });
  }
  return [compareLeaf(entry, expected, computed, path)];
}

/** What "equal to next" and "equal to previous" stand for. */
function asNeighbour(expected: Json, values: readonly Computed[] | null, i: number): Json | null {
  if (expected === "equal to next") return Number(values?.[i + 1]);
  if (expected === "equal to previous") return Number(values?.[i - 1]);
  return null;
}

function memberOf(computed: Computed | undefined, key: string): Computed | undefined {
  const stem = key.replace(/_(range|approx|greater_than|less_than|at_least|at_most)$/, "");
  for (const name of [key, stem]) {
    if (typeof computed === "function") {
      const value = computed(name);
      if (value !== undefined) return value;
    } else if (Array.isArray(computed)) {
      const value = (computed as readonly Computed[])[Number(name)];
      if (value !== undefined) return value;
    } else if (typeof computed === "object" && computed !== null) {
      const found = Object.entries(computed).find(([k]) => plainName(k) === plainName(name));
      if (found) return found[1];
    }
  }
  return undefined;
}

function compareLeaf(
  entry: OracleEntry,
  expected: Json,
  computed: Computed | undefined,
  path: readonly string[],
): OracleLine {
  const key = path.join(".");
  if (computed === undefined || typeof computed === "function") {
    return line(entry, key, "no such measure for these data", show(expected), "", false);
  }
  const bound = boundOf(key, expected);
  if (bound) {
    const isOk = typeof computed === "number" && bound.holds(computed);
    return line(entry, key, computed, bound.text, "", isOk);
  }
  if (expected === null || expected === "NaN") {
    return line(entry, key, computed, "n/a", "", computed === null);
  }
  if (typeof expected !== "number" || typeof computed !== "number") {
    return line(
      entry,
      key,
      computed,
      show(expected),
      "",
      showComputed(computed) === show(expected),
    );
  }
  const tolerance = toleranceOf(entry, expected, path);
  const allowed = tolerance.amount * (tolerance.isRelative ? Math.abs(expected) : 1);
  const rounding = 1e-12 * Math.max(1, Math.abs(expected));
  const isOk = Math.abs(computed - expected) <= allowed + rounding;
  const text = tolerance.isRelative ? `${tolerance.amount * 100} %` : String(tolerance.amount);
  return line(entry, key, computed, show(expected), text, isOk);
}

function boundOf(
  key: string,
  expected: Json,
): { text: string; holds: (value: number) => boolean } | null {
  const named = /_(greater_than|less_than|at_least|at_most)$/.exec(key)?.[1];
  const signs: Record<string, string> = {
    greater_than: ">",
    less_than: "<",
    at_least: ">=",
    at_most: "<=",
  };
  const written = typeof expected === "string" ? /^([<>]=?)\s*(-?[\d.]+)$/.exec(expected) : null;
  const sign = named ? signs[named] : written?.[1];
  if (sign === undefined) return null;
  const limit = Number(named ? expected : written?.[2]);
  const holds: Record<string, (value: number) => boolean> = {
    ">": (value) => value > limit,
    "<": (value) => value < limit,
    ">=": (value) => value >= limit,
    "<=": (value) => value <= limit,
  };
  return { text: `${sign} ${limit}`, holds: holds[sign]! };
}

/** The entry's tolerance for a key, else one unit of the last decimal that was printed. */
function toleranceOf(entry: OracleEntry, expected: number, path: readonly string[]): Tolerance {
  const given = findTolerance(entry.tolerance, path);
  if (given !== null) return given;
  const decimals = String(expected).split(".")[1]?.length ?? 6;
  return { amount: 10 ** -decimals, isRelative: false };
}

function findTolerance(tolerance: Json | undefined, path: readonly string[]): Tolerance | null {
  if (typeof tolerance === "number") return { amount: tolerance, isRelative: false };
  if (typeof tolerance === "string") {
    const amount = Number(/[\d.]+(e-?\d+)?/i.exec(tolerance)?.[0]);
    if (Number.isNaN(amount)) return null;
    if (tolerance.includes("%")) return { amount: amount / 100, isRelative: true };
    return { amount, isRelative: tolerance.includes("relative") };
  }
  if (!isObject(tolerance)) return null;
  const limits: JsonObject = tolerance;
  const own = path.find((key) => limits[key] !== undefined) ?? "default";
  return findTolerance(limits[own], path.slice(path.indexOf(own) + 1));
}

function show(value: Json): string {
  return value === null ? "n/a" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function line(
  { id }: OracleEntry,
  key: string,
  computed: Computed,
  expected: string,
  tolerance: string,
  isOk: boolean,
): OracleLine {
  return { id, key, computed: showComputed(computed), expected, tolerance, isOk };
}

function showComputed(value: Computed): string {
  if (value === null) return "n/a";
  if (typeof value === "number") return String(Number(value.toPrecision(10)));
  return typeof value === "string" ? value : JSON.stringify(value);
}
