import { alphaFromBinaryCounts, binaryCharacterCounts } from "../binary-character-alpha";
import type { CharacterArticle } from "../character-edges";
import { characterSetCoincidences } from "../character-sets";
import { bestAlignment } from "../gamma-alignment";
import { krippendorffAlpha } from "../krippendorff-alpha";
import { krippendorffAlphaUnitizing } from "../krippendorff-alpha-unitizing";
import { partialSpanScore } from "../partial-span-score";
import { masiDistance, nominalSetDistance } from "../set-distances";
import { exactSpanF1, iouSpanF1, overlapSpanF1, type TaggedRange, type TagRule } from "../span-f1";
import { matchOverlappingSpans, tagAgreement } from "../tag-agreement";
import { unitizingFamily } from "../unitizing-family";
import {
  asArray,
  asNumber,
  asText,
  type Json,
  type Lookup,
  measures,
  type OracleContext,
  type OracleEntry,
  type StoredSpan,
  valueOf,
} from "./entry";

/** Scores of a submission against gold, both lists of (start, end, tag). */
export function spanScoreMeasures({ data, measure }: OracleEntry): Lookup {
  const read = (value: Json | undefined): TaggedRange[] =>
    asArray(value).map((span) => {
      const [start, end, tag] = asArray(span);
      return { start: asNumber(start), end: asNumber(end), tag: asText(tag) };
    });
  const [gold, submission] = [read(data.gold), read(data.submission)];
  const isBlind = /label-?\s?blind/i.test(measure);
  const score = partialSpanScore(gold, submission, {
    tags: isBlind ? "any" : "same",
    mergesOverlaps: !/without merging/i.test(measure),
  });
  const partial = measures([
    ["p precision partial_precision ptc_precision", () => valueOf(score.precision)],
    ["r recall partial_recall ptc_recall", () => valueOf(score.recall)],
    ["f1 f partial partial_f1 ptc_partial ptc_f1", () => valueOf(score.f1)],
    ["p_num", () => score.precisionCredit],
    ["r_num", () => score.recallCredit],
  ]);
  return (key) => partial(key) ?? pairMeasure(key, gold, submission);
}

/** `exact`, `overlap` and `iou50` with or without `_f1` and `_span_only`. */
function pairMeasure(key: string, a: TaggedRange[], b: TaggedRange[]): number | null | undefined {
  const [, kind, percent, what] =
    /^(exact|overlap|iou)(\d*)(?:_(f1|tp))?(?:_span_only)?$/.exec(key) ?? [];
  if (kind === undefined) return undefined;
  const tags: TagRule = key.endsWith("_span_only") ? "any" : "same";
  const score =
    kind === "exact"
      ? exactSpanF1(a, b, tags)
      : kind === "overlap"
        ? overlapSpanF1(a, b, tags)
        : iouSpanF1(a, b, tags, percent ? Number(percent) / 100 : 0.5);
  return what === "tp" ? score.matched[0] : valueOf(score.f1);
}

/** All pairwise measures on two layers of a stored article, by tag family. */
export function storedArticleMeasures({ data }: OracleEntry, context: OracleContext): Lookup {
  const stored = context.layersOf(asText(data.file));
  if (!stored) throw new Error(`no layers are known for ${asText(data.file)}`);
  const [first = [], second = []] = stored.layers;
  const length = asNumber(data.continuum_length, stored.lengthCodePoints);
  return (family) => {
    const inFamily = (spans: readonly StoredSpan[]) =>
      spans.filter((span) => span.family === family);
    const [a, b] = [inFamily(first), inFamily(second)];
    return a.length + b.length === 0 ? undefined : pairMeasures(a, b, length);
  };
}

function pairMeasures(a: TaggedRange[], b: TaggedRange[], length: number): Lookup {
  const tags = [...new Set([...a, ...b].map(({ tag }) => tag))].sort();
  const article: CharacterArticle = {
    lengthCodePoints: length,
    layers: [a, b].map((spans, i) => ({
      annotatorId: String(i),
      spans: spans.map((span) => ({ ...span, categoryIndex: tags.indexOf(span.tag) })),
    })),
  };
  const anyTag: CharacterArticle = {
    ...article,
    layers: article.layers.map(({ annotatorId, spans }) => ({
      annotatorId,
      spans: spans.map((span) => ({ ...span, categoryIndex: 0 })),
    })),
  };
  const counts = binaryCharacterCounts(article, tags.length);
  const sets = characterSetCoincidences([article], tags.length);
  const units = [a, b].map((spans) => spans.map((span) => ({ ...span, category: span.tag })));
  const continuum = { begin: 0, length, annotators: units };
  const alphaU = krippendorffAlphaUnitizing(continuum);
  const family = unitizingFamily(continuum);
  const matched = tagAgreement(
    matchOverlappingSpans(a, b).map(([i, j]) => [a[i]!.tag, b[j]!.tag] as const),
  );
  const table = measures([
    ["nA", () => a.length],
    ["nB", () => b.length],
    ["ptc_partial_B_vs_A ptc_partial", () => valueOf(partialSpanScore(a, b).f1)],
    ["ptc_partial_A_vs_B", () => valueOf(partialSpanScore(b, a).f1)],
    [
      "char_alpha_binary",
      () => valueOf(alphaFromBinaryCounts(binaryCharacterCounts(anyTag, 1), 0).alpha),
    ],
    ["char_alpha_set_nominal", () => valueOf(krippendorffAlpha(sets, nominalSetDistance).alpha)],
    ["char_alpha_set_masi", () => valueOf(krippendorffAlpha(sets, masiDistance).alpha)],
    [
      "char_alpha_by_tag",
      () =>
        Object.fromEntries(
          tags.map((tag, c) => [tag, valueOf(alphaFromBinaryCounts(counts, c).alpha)]),
        ),
    ],
    ["alpha_U_2004 alpha_U", () => valueOf(alphaU.alpha)],
    [
      "alpha_U_2004_by_tag",
      () =>
        Object.fromEntries([...alphaU.byCategory].map(([tag, { alpha }]) => [tag, valueOf(alpha)])),
    ],
    ["u_alpha u", () => valueOf(family.u)],
    ["u_alpha_binary u_binary", () => valueOf(family.binary)],
    ["cu_alpha cu", () => valueOf(family.cu)],
    ["cu_coverage", () => family.cuCoverage],
    ["matched_pairs", () => matched.pairs],
    ["matched_label_agreement", () => valueOf(matched.agreement)],
    ["matched_label_kappa", () => valueOf(matched.kappa)],
  ]);
  return (key) => {
    const weights = /^gamma_best_alignment_disorder(?:_alpha([\d.]+))?(?:_beta([\d.]+))?$/.exec(
      key,
    );
    if (weights) {
      const [alpha, beta] = [Number(weights[1] ?? 1), Number(weights[2] ?? 1)];
      return bestAlignment(units, { alpha, beta, deltaEmpty: 1 }).disorder;
    }
    return table(key) ?? pairMeasure(key, a, b);
  };
}
