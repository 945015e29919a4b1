import { dawidSkeneMeasures, maceMeasures, unitBootstrapMeasures } from "./aggregation";
import { countMeasures, ratingMatrix, ratingMeasures, setMeasures, tableMeasures } from "./coding";
import { compareEntry, type OracleLine } from "./compare";
import {
  alphaUMeasures,
  gammaMeasures,
  positionalDissimilarities,
  sectionDistances,
  unitizingMeasures,
} from "./continuum";
import {
  asTable,
  isObject,
  type Json,
  type Lookup,
  type OracleContext,
  type OracleEntry,
  resolveReferences,
} from "./entry";
import { readEntry, requireSoundData } from "./read-entry";
import { spanScoreMeasures, storedArticleMeasures } from "./spans";

/** Computes every entry and compares it; an entry that can't be read or computed is one failed line. */
export function checkOracles(values: readonly unknown[], context: OracleContext): OracleLine[] {
  const entries: OracleEntry[] = [];
  const idAt = (at: number) => `entry ${at + 1}`;
  const read = values.map((value, at) => {
    try {
      const entry = readEntry(value);
      entries.push(entry);
      return entry;
    } catch (error) {
      return failure(idAt(at), error);
    }
  });
  return read.flatMap((entry): OracleLine[] => {
    if ("isOk" in entry) return [entry];
    try {
      const resolved = resolveReferences(entry, entries);
      requireSoundData(resolved);
      return compareEntry(resolved, measuresFor(resolved, context));
    } catch (error) {
      return [failure(entry.id, error)];
    }
  });
}

function failure(id: string, error: unknown): OracleLine {
  const computed = `cannot be computed: ${error instanceof Error ? error.message : "unknown"}`;
  return { id, computed, key: "*", expected: "", tolerance: "", isOk: false };
}

const matrixKeys = [
  "units_by_observer",
  "units_by_coder",
  "units_by_annotator",
  "ratings",
  "matrix",
  "items",
  "observers_by_unit",
  "coders_by_unit",
  "reliability_data",
  "units",
];

/** Which measures there are is a matter of the shape of the data, then of the measure's name. */
function measuresFor(entry: OracleEntry, context: OracleContext): Lookup {
  const { data, measure } = entry;
  if (data.file !== undefined) return storedArticleMeasures(entry, context);
  if (data.table !== undefined) return tableMeasures(entry);
  if (data.profiles !== undefined) return countMeasures(entry, asTable(data.profiles), true);
  if (data.counts !== undefined) return countMeasures(entry, asTable(data.counts));
  if (data.calls !== undefined) return sectionDistances(entry);
  if (data.pairs !== undefined) return positionalDissimilarities(entry);
  if (data.gold !== undefined) return spanScoreMeasures(entry);
  if (/mace/i.test(measure)) return maceMeasures(entry);
  if (/dawid/i.test(measure) || data.responses !== undefined) return dawidSkeneMeasures(entry);
  if (isObject(data.units)) return alphaUMeasures(entry);
  if (isContinuum(data.observers ?? data.annotators)) {
    const isGamma = /gamma/i.test(measure) || data.delta_empty !== undefined;
    return isGamma ? gammaMeasures(entry) : unitizingMeasures(entry);
  }
  const key = [...matrixKeys, "observers", "annotators"].find((name) => Array.isArray(data[name]));
  if (key === undefined) throw new Error("the shape of the data is not known");
  if (depthOf(data[key]) > 2) return setMeasures(entry);
  const ratings = ratingMatrix(data, key);
  const coding = ratingMeasures(entry, ratings);
  if (!/bootstrap/i.test(measure)) return coding;
  const resampled = unitBootstrapMeasures(entry, ratings);
  return (name) => resampled(name) ?? coding(name);
}

function isContinuum(value: Json | undefined): boolean {
  return value !== undefined && (isObject(value) || depthOf(value) > 2);
}

function depthOf(value: Json | undefined): number {
  if (!Array.isArray(value)) return 0;
  return 1 + Math.max(0, ...(value as readonly Json[]).map(depthOf));
}
