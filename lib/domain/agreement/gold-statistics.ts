import { type Codebook, comparedFamilies } from "../codebook/codebook";
import type { TextRange } from "../spans/span";
import { inOrder, scoreWidth, type SubmittedLayer } from "./article-sums";
import { clearTally, emptyTally, tallyPair, writeScores } from "./pair-statistics";
import { type CountedSpan, SpanColumns, type TagPlaces } from "./span-columns";

/** What reviewers settled on one article's body. */
export type SettledGold = {
  spans: readonly CountedSpan[];
  /** Families in which a disagreement still waits: nothing is held against gold there yet. */
  openFamilyIds: readonly string[];
  /** Where more than one answer stands, both defensible or unresolved: neither right nor wrong. */
  undecided: readonly (TextRange & { familyId: string })[];
};

/**
 * Each annotator's spans of an article against gold; adds up over articles. `rows` hold, for every
 * annotator and settled family where either has spans, `goldWidth` numbers: places in
 * `annotatorIds` and `familyIds`, spans of the annotator and of gold, and the numbers of
 * `PairTally` from `exact` to `secondCredit`, the annotator being the first.
 */
export type GoldStatistics = {
  version: number;
  annotatorIds: readonly string[];
  /** Settled families only. */
  familyIds: readonly string[];
  rows: readonly number[];
};
export const goldWidth = 4 + scoreWidth;
export const goldStatisticsVersion = 1;

/** Cost: as of `tallyPair`, once per annotator and family. */
export function goldStatistics(
  codebook: Codebook,
  gold: SettledGold,
  layers: readonly SubmittedLayer[],
): GoldStatistics {
  const sorted = inOrder(layers);
  const open = new Set(gold.openFamilyIds);
  const settled = comparedFamilies(codebook).filter(({ id }) => !open.has(id));
  const rows: number[] = [];
  const scores = new Int32Array(scoreWidth);
  const tally = emptyTally();
  const silent = { onMatch: () => undefined, onShared: () => undefined };
  settled.forEach(({ id, tags }, family) => {
    const places: TagPlaces = {
      tagAt: new Map(tags.map((tag, at) => [tag.id, at])),
      familyOf: new Int32Array(tags.length),
    };
    const undecided = gold.undecided.filter(({ familyId }) => familyId === id);
    const isDecided = ({ start, end, segment }: CountedSpan) =>
      segment !== "body" || undecided.every((range) => range.end <= start || end <= range.start);
    sorted.forEach(({ spans }, annotator) => {
      const columns = new SpanColumns();
      columns.reserve(spans.length + gold.spans.length);
      const nOwn = columns.fill(0, spans.filter(isDecided), places);
      const end = columns.fill(nOwn, gold.spans.filter(isDecided), places);
      if (end === 0) return;
      clearTally(tally);
      tallyPair(columns, 0, nOwn, nOwn, end, tally, silent);
      writeScores(scores, 0, tally);
      rows.push(annotator, family, nOwn, end - nOwn, ...scores);
    });
  });
  return {
    version: goldStatisticsVersion,
    annotatorIds: sorted.map(({ annotatorId }) => annotatorId),
    familyIds: settled.map(({ id }) => id),
    rows,
  };
}
