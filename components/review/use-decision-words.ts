import { useTranslations } from "next-intl";

import { readable } from "../codebook/tag-style";
import { useOutcome } from "./use-outcome";

type Decision = {
  outcome: string;
  spans?: readonly { tagId: string; quote: string }[] | undefined;
  ruleCited?: string | null | undefined;
  comment?: string | null | undefined;
};

/** A decision in one line. */
export function useDecisionWords(): (decision: Decision) => string {
  const t = useTranslations("review.case.change");
  const outcomeOf = useOutcome();
  return ({ outcome, spans = [], ruleCited, comment }) =>
    [
      outcomeOf(outcome),
      ...spans.map(({ quote, tagId }) => `${readable(tagId)} “${quote}”`),
      ...(ruleCited ? [t("citing", { rule: ruleCited })] : []),
      ...(comment ? [comment] : []),
    ].join(" · ");
}
