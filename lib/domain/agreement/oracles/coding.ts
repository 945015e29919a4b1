import { agreementWeights, type WeightScheme } from "../agreement-weights";
import { bennettS } from "../bennett-s";
import { cohenKappa, type ChanceCorrected } from "../cohen-kappa";
import { type Coincidences, coincidencesOf, coincidencesOfProfiles } from "../coincidences";
import { fleissCategoryKappas, fleissKappa } from "../fleiss-kappa";
import { gwetAc1, gwetAc2 } from "../gwet";
import { krippendorffAlpha } from "../krippendorff-alpha";
import { distanceFor, type Level } from "../level-distances";
import { percentAgreement } from "../percent-agreement";
import {
  categoriesOf,
  type Profiles,
  profilesOf,
  profilesOfTable,
  type RatingMatrix,
  tableOf,
} from "../ratings";
import { scottPi } from "../scott-pi";
import { jaccardDistance, masiDistance, nominalSetDistance, tagSetKey } from "../set-distances";
import {
  asArray,
  asTable,
  asText,
  type Json,
  type JsonObject,
  type Lookup,
  measures,
  type OracleEntry,
  valueOf,
} from "./entry";

export type Rating = string | number;
const levels: readonly Level[] = ["nominal", "ordinal", "interval", "ratio"];

type CodingData = {
  profiles: Profiles;
  table: number[][] | null;
  coincidences: Coincidences<number>;
};

/** Coefficients on a two-annotator table, or on category counts per unit if that is what it is. */
export function tableMeasures(entry: OracleEntry): Lookup {
  const table = asTable(entry.data.table);
  const sums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const isSquare = table.every((row) => row.length === table.length);
  const isPerUnit = /fleiss/i.test(entry.measure) && sums.every((sum) => sum === sums[0]);
  if (!isSquare || isPerUnit) return countMeasures(entry, table);
  const profiles = profilesOfTable(table);
  return codingMeasures(entry, { profiles, table, coincidences: coincidencesOfProfiles(profiles) });
}

/** Coefficients on rows of counts per category; with `hasNumber`, the last is a number of units. */
export function countMeasures(
  entry: OracleEntry,
  rows: readonly (readonly number[])[],
  hasNumber = false,
): Lookup {
  const profiles: Profiles<number> = {
    categories: (hasNumber ? rows[0]!.slice(0, -1) : rows[0]!).map((_, i) => i + 1),
    profiles: rows.map((row) =>
      hasNumber ? { counts: row.slice(0, -1), weight: row.at(-1)! } : { counts: row, weight: 1 },
    ),
  };
  return codingMeasures(entry, {
    profiles,
    table: null,
    coincidences: coincidencesOfProfiles(profiles),
  });
}

/** Units × annotators, from whichever key holds them; "rows = observers" is turned round. */
export function ratingMatrix(data: JsonObject, key: string): RatingMatrix<Rating> {
  const rows = asArray(data[key]).map((row) =>
    asArray(row).map((cell): Rating | null => {
      if (typeof cell === "number") return cell;
      return typeof cell !== "string" || cell === "" || cell === "*" ? null : cell;
    }),
  );
  const isByObserver =
    /rows? *= *(observer|coder|annotator|rater)/i.test(asText(data.note ?? data.layout)) ||
    /^(observers|coders|raters|annotators|reliability)/.test(key);
  return isByObserver ? rows[0]!.map((_, i) => rows.map((row) => row[i] ?? null)) : rows;
}

export function ratingMeasures(entry: OracleEntry, ratings: RatingMatrix<Rating>): Lookup {
  const categories = categoriesOf(ratings);
  const isNumeric = categories.every((category) => typeof category === "number");
  const asRanks = ratings.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return isNumeric ? Number(value) : categories.indexOf(value) + 1;
    }),
  );
  return codingMeasures(entry, {
    profiles: profilesOf(ratings),
    table: ratings.every((row) => row.length === 2) ? tableOf(ratings) : null,
    coincidences: coincidencesOf(asRanks),
  });
}

function codingMeasures(
  { measure, data }: OracleEntry,
  { profiles, table, coincidences }: CodingData,
): Lookup {
  const scheme = schemeOf(data.weights ?? measure);
  const weights = agreementWeights(profiles.categories, scheme);
  const fleiss = () => fleissKappa(profiles);
  const cohen = () => (table ? cohenKappa(table) : fleiss());
  const pi = () => (table ? scottPi(table) : fleiss());
  const ac2 = () => gwetAc2(profiles, scheme);
  const s = () => bennettS(profiles);
  const kappa = /fleiss/i.test(measure) ? fleiss : /weighted/i.test(measure) ? weighted : cohen;
  function weighted(): ChanceCorrected {
    return table ? cohenKappa(table, weights) : fleissKappa(profiles, weights);
  }
  const named = levels.filter((level) => new RegExp(level, "i").test(measure));
  const level = named.length === 1 ? named[0]! : "nominal";
  const alpha = (at: Level) => krippendorffAlpha(coincidences, distanceFor(at, coincidences));
  const main = (): ChanceCorrected => {
    if (/ac2/i.test(measure)) return ac2();
    if (/ac1/i.test(measure)) return gwetAc1(profiles);
    if (/fleiss/i.test(measure)) return fleiss();
    if (/kappa/i.test(measure)) return kappa();
    if (/\bpi\b/i.test(measure)) return pi();
    return /bennett|brennan|randolph/i.test(measure) ? s() : cohen();
  };
  const value = (of: () => ChanceCorrected) => () => valueOf(of().coefficient);
  const expected = (of: () => ChanceCorrected) => () => of().expected;
  return measures([
    [
      "po percent agreement observed_agreement percent_agreement",
      () => valueOf(percentAgreement(profiles)),
    ],
    ["pa", () => valueOf(percentAgreement(profiles, weights))],
    ["kappa", value(kappa)],
    ["cohen cohen_kappa", value(cohen)],
    ["weighted_kappa kappa_weighted kappa_w", value(weighted)],
    ["pe_kappa pe_cohen", expected(kappa)],
    ["pi scott_pi scott", value(pi)],
    ["pe_pi pe_scott", expected(pi)],
    ["s bennett_s brennan_prediger bp randolph kappa_free free_marginal_kappa", value(s)],
    ["pe_s pe_bennett pe_bp pe_randolph", expected(s)],
    ["fleiss fleiss_kappa", value(fleiss)],
    ["pe_fleiss pe_fleiss_kappa", expected(fleiss)],
    [
      "category_kappa category_kappas",
      () => {
        const kappas = fleissCategoryKappas(profiles).map(valueOf);
        return Object.fromEntries(profiles.categories.map((name, c) => [String(name), kappas[c]!]));
      },
    ],
    ["ac1 gwet_ac1", value(() => gwetAc1(profiles))],
    ["pe_ac1", expected(() => gwetAc1(profiles))],
    ["ac2 gwet_ac2", value(ac2)],
    ["pe_ac2", expected(ac2)],
    ["pe", expected(main)],
    [
      "value",
      () => (/alpha/i.test(measure) ? valueOf(alpha(level).alpha) : valueOf(main().coefficient)),
    ],
    ["alpha krippendorff_alpha", () => valueOf(alpha(level).alpha)],
    ["Do", () => alpha(level).observed],
    ["De", () => alpha(level).expected],
    ["n pairable", () => alpha(level).pairable],
    ...levels.flatMap((at) => [
      [`${at} alpha_${at}`, () => valueOf(alpha(at).alpha)] as const,
      [`Do_${at}`, () => alpha(at).observed] as const,
      [`De_${at}`, () => alpha(at).expected] as const,
    ]),
  ]);
}

function schemeOf(text: Json): WeightScheme {
  const words = asText(text).toLowerCase();
  if (words.includes("quadratic")) return "quadratic";
  return words.includes("linear") ? "linear" : "identity";
}

/** Alpha on units whose values are sets of labels. */
export function setMeasures(entry: OracleEntry): Lookup {
  const units = asArray(entry.data.units ?? entry.data.units_by_observer).map((unit) =>
    asArray(unit).map((set) => (set === null ? null : asArray(set).map(String))),
  );
  const coincidences = coincidencesOf(units, tagSetKey);
  const alphaWith = (distance: typeof masiDistance) => () =>
    valueOf(krippendorffAlpha(coincidences, distance).alpha);
  const isMasi = /masi/i.test(entry.measure) && !/nominal|jaccard/i.test(entry.measure);
  return measures([
    ["nominal alpha_nominal", alphaWith(nominalSetDistance)],
    ["masi alpha_masi", alphaWith(masiDistance)],
    ["jaccard alpha_jaccard", alphaWith(jaccardDistance)],
    ["alpha value", alphaWith(isMasi ? masiDistance : nominalSetDistance)],
  ]);
}
