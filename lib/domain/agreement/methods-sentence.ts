import type { FamilyFigure } from "./agreement-report";

type Basis = {
  nArticles: number;
  nAnnotators: number;
  draws: number;
  codebookVersion: number;
  softwareVersion: string;
};

/** A family's agreement as a sentence for a paper, with everything a reader needs to repeat it. */
export function methodsSentence(figure: FamilyFigure, basis: Basis): string {
  const { nArticles, nAnnotators, draws, codebookVersion, softwareVersion } = basis;
  const { alpha, interval, familyId } = figure;
  const data = `${nArticles} ${nArticles === 1 ? "article" : "articles"} read by two or more of ${nAnnotators} annotators, ${figure.nSpans} ${familyId} spans, codebook version ${codebookVersion}; Slantwise ${softwareVersion}`;
  if (alpha.value === null) {
    return `Agreement on ${familyId} is undefined (${lowerFirst(alpha.reason)}) for ${data}.`;
  }
  const range =
    interval.lower === null
      ? `no interval: ${lowerFirst(interval.reason)}`
      : `${Math.round(interval.level * 100)}% percentile bootstrap interval over articles ${round(interval.lower)} to ${round(interval.upper)}, ${draws} resamples`;
  return `Agreement on ${familyId} was Krippendorff’s alpha = ${round(alpha.value)} (unit: character of the article body; nominal, marked with any tag of the family or not; ${range}; ${data}).`;
}

function round(value: number): string {
  return value.toFixed(2);
}

function lowerFirst(reason: string): string {
  return reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, "");
}
