import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import type { DisagreementDetail } from "@/lib/contracts/review";
import { useDecisionWords } from "./use-decision-words";
import type { Choice } from "./use-decision";

type DecisionConflictProps = {
  current: DisagreementDetail | undefined;
  /** As the reviewer saw it. */
  seen: DisagreementDetail;
  /** What the reviewer had chosen, which was not stored. */
  mine: Choice | null;
  onReload: () => void;
};

/** Somebody was first: what they decided, before the reviewer thinks again. */
export function DecisionConflict({ current, seen, mine, onReload }: DecisionConflictProps) {
  const t = useTranslations("review.decide");
  const words = useDecisionWords();
  const known = new Set(seen.decisions.map(({ id }) => id));
  const winner = current?.decisions.filter(({ id }) => !known.has(id)).at(-1);
  return (
    <StatusNote tone="warning" title={winner ? t("firstDecided") : t("spansChanged")}>
      {winner && (
        <p className="mt-1">{t("them", { who: winner.decidedBy, what: words(winner) })}</p>
      )}
      {mine && <p className="mt-1">{t("you", { what: words(mine) })}</p>}
      <p className="mt-1">{t("nothingStored")}</p>
      <Button size="sm" className="mt-2" onClick={onReload}>
        {t("showNow")}
      </Button>
    </StatusNote>
  );
}
