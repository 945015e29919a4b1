import type { KeptProblem } from "../../domain/problem";
import { type SentExplained, toSentReason } from "../../domain/reason";

type SpanReason = {
  reason: string;
  reasonCode?: string;
  facts?: NonNullable<SentExplained["facts"]>;
};

/** Why a span isn't where it was, as reports on spans say it: the words are their `reason`. */
export function toSpanReason(why: SentExplained): SpanReason {
  const { reason: reasonCode, facts } = toSentReason(why);
  if (reasonCode === undefined || facts === undefined) return { reason: why.message };
  return { reason: why.message, reasonCode, facts };
}

/** What is wrong with a change, as the reason of what becomes of its span. */
export function explainProblem(problem: KeptProblem | null): SentExplained | null {
  return problem ? { message: problem.detail, reason: problem.code, facts: problem.facts } : null;
}
