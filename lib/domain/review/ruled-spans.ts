/** A disagreement's standing decision, and the spans that it was about. */
export type Ruling = { outcome: string; tagIds: readonly string[]; spanIds: readonly string[] };

/** What a reviewer said of a span: one of several right readings, or a mistake. */
export type Verdict = "defensible" | "error";

/**
 * The spans that reviewers spoke of, with what they said. Turned down is what was rejected, and
 * what has a tag that the decision didn't keep; another place for the same tag is no error. Legitimate
 * variation stands apart from error (Weber-Genzel et al. 2024, VariErr NLI).
 */
export function ruledSpans(
  rulings: readonly Ruling[],
  tagOf: (spanId: string) => string | undefined,
): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const { outcome, tagIds, spanIds } of rulings) {
    for (const spanId of spanIds) {
      const tag = tagOf(spanId);
      const isKept = tag !== undefined && tagIds.includes(tag);
      if (outcome === "both_defensible") verdicts.set(spanId, "defensible");
      else if (outcome === "reject") verdicts.set(spanId, "error");
      else if (/^(accept|edit|add)$/.test(outcome) && !isKept) verdicts.set(spanId, "error");
    }
  }
  return verdicts;
}
