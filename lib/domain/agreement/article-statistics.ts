import type { Codebook } from "../codebook/codebook";
import { ArticleCounter } from "./article-counter";
import type { ArticleStatistics, SubmittedLayer } from "./article-sums";

export type { ArticleStatistics, SubmittedLayer } from "./article-sums";

/**
 * Statistics of one article's body from its submitted layers; null when fewer than two annotators
 * submitted. For many articles one `ArticleCounter` is cheaper.
 */
export function articleStatistics(
  codebook: Codebook,
  bodyLength: number,
  layers: readonly SubmittedLayer[],
): ArticleStatistics | null {
  return new ArticleCounter(codebook).count(bodyLength, layers);
}
