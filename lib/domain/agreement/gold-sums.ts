import { type Coefficient, notDefined } from "./coefficient";
import { type GoldStatistics, goldWidth } from "./gold-statistics";
import { creditsPerSpan } from "./pair-statistics";
import { harmonicMean } from "./span-f1";

export type GoldScore = { precision: Coefficient; recall: Coefficient; f1: Coefficient };
/** One annotator against gold, over articles whose disagreements of the family are all settled. */
export type AnnotatorFigure = {
  annotatorId: string;
  familyId: string;
  nArticles: number;
  nSpans: number;
  nGold: number;
  exact: GoldScore;
  overlap: GoldScore;
  similar: GoldScore;
  partial: GoldScore;
};

/** Adds up annotators against gold. */
export class GoldSums {
  private readonly sums = new Map<string, Map<string, Float64Array>>();

  add({ annotatorIds, familyIds, rows }: GoldStatistics): void {
    for (const annotatorId of annotatorIds) {
      for (const familyId of familyIds) this.find(annotatorId, familyId)[0]! += 1;
    }
    for (let at = 0; at < rows.length; at += goldWidth) {
      const annotatorId = annotatorIds[rows[at]!]!;
      const sum = this.find(annotatorId, familyIds[rows[at + 1]!]!);
      for (let i = 2; i < goldWidth; i += 1) sum[i]! += rows[at + i]!;
    }
  }

  /** By annotator, then in the order of the families given. */
  read(familyIds: readonly string[]): AnnotatorFigure[] {
    return [...this.sums.keys()].sort().flatMap((annotatorId) =>
      familyIds.flatMap((familyId) => {
        const sum = this.sums.get(annotatorId)?.get(familyId);
        return sum ? [figureOf(annotatorId, familyId, sum)] : [];
      }),
    );
  }

  private find(annotatorId: string, familyId: string): Float64Array {
    let byFamily = this.sums.get(annotatorId);
    if (!byFamily) this.sums.set(annotatorId, (byFamily = new Map<string, Float64Array>()));
    let sum = byFamily.get(familyId);
    if (!sum) byFamily.set(familyId, (sum = new Float64Array(goldWidth)));
    return sum;
  }
}

function figureOf(annotatorId: string, familyId: string, sum: Float64Array): AnnotatorFigure {
  const [nArticles = 0, , nSpans = 0, nGold = 0] = sum;
  const at = (place: number) => sum[4 + place] ?? 0;
  return {
    ...{ annotatorId, familyId, nArticles, nSpans, nGold },
    exact: scoreOf(at(0), at(0), nSpans, nGold),
    similar: scoreOf(at(2), at(2), nSpans, nGold),
    overlap: scoreOf(at(4), at(5), nSpans, nGold),
    partial: scoreOf(at(6) / creditsPerSpan, at(7) / creditsPerSpan, nSpans, nGold),
  };
}

/** Precision of `nSpans` and recall of `nGold`, as shares of what was found of each. */
export function scoreOf(own: number, gold: number, nSpans: number, nGold: number): GoldScore {
  const precision: Coefficient =
    nSpans === 0 ? notDefined("The annotator marked nothing.") : { value: own / nSpans };
  const recall: Coefficient =
    nGold === 0 ? notDefined("Gold has no spans here.") : { value: gold / nGold };
  return { precision, recall, f1: harmonicMean(precision, recall) };
}
