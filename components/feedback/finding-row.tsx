import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import type { Feedback, FeedbackFinding } from "@/lib/contracts/feedback";
import { readable } from "../codebook/tag-style";
import { useMoment } from "../review/use-moment";
import { useOutcome } from "../review/use-outcome";
import { AppealForm } from "./appeal-form";
import { AppealNote } from "./appeal-note";

type FindingRowProps = {
  assignmentId: string;
  finding: FeedbackFinding;
  onAppealed: (feedback: Feedback) => void;
};

/** A ruling that was carried over names its source, which annotators can't open. */
const carried = /^as in [0-9a-f-]{36}(?:: )?/;

/** One span beside gold: what differs, who decided it and why, and the way to appeal. */
export function FindingRow({ assignmentId, finding, onAppealed }: FindingRowProps) {
  const t = useTranslations("feedback");
  const [isAppealing, setIsAppealing] = useState(false);
  const { mark, gold, decision, appeals, mayAppeal, differingAttributes } = finding;
  const hasOtherAttributes = finding.kind === "found" && differingAttributes.length > 0;
  const comment = decision?.comment?.replace(carried, "");
  const quote = mark?.quote ?? gold?.quote ?? "";
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      <p className="font-semibold">
        {t(`kind.${hasOtherAttributes ? "attributes" : finding.kind}`)}
      </p>
      {mark && (
        <p dir="auto" className="mt-1 break-words">
          {t("yours", { tag: readable(mark.tagId), quote: mark.quote })}
        </p>
      )}
      {gold && gold.outcome !== "reject" && finding.kind !== "found" && (
        <p dir="auto" className="mt-1 break-words">
          {t("gold", { tag: readable(gold.tagId), quote: gold.quote })}
        </p>
      )}
      {differingAttributes.length > 0 && (
        <p className="mt-1">
          {t("attributes", {
            names: differingAttributes
              .map((id) => `${readable(id)} (${gold?.attributes[id] ?? t("noValue")})`)
              .join(", "),
          })}
        </p>
      )}
      <Verdict finding={finding} />
      {comment && (
        <p dir="auto" className="mt-1 break-words whitespace-pre-wrap">
          {comment}
        </p>
      )}
      {appeals.map((appeal) => (
        <AppealNote
          key={appeal.id}
          appeal={appeal}
          isAnswered={appeal.decisionId !== decision?.id}
        />
      ))}
      {decision && mayAppeal && !isAppealing && (
        <Button
          size="sm"
          className="mt-2"
          aria-label={t("appealAgainst", { quote })}
          onClick={() => setIsAppealing(true)}
        >
          {t("appeal")}
        </Button>
      )}
      {decision && isAppealing && (
        <AppealForm
          assignmentId={assignmentId}
          decisionId={decision.id}
          onAppealed={onAppealed}
          onCancel={() => setIsAppealing(false)}
        />
      )}
    </li>
  );
}

/** Who was of one mind, where nothing had to be decided. */
function whoAgreed({ kind, gold, differingAttributes }: FeedbackFinding) {
  if (kind === "found" && differingAttributes.length === 0) return "everybody";
  return kind === "extra" && gold === null ? "nobodyElse" : "theOthers";
}

function Verdict({ finding }: { finding: FeedbackFinding }) {
  const t = useTranslations("feedback");
  const outcomeOf = useOutcome();
  const moment = useMoment();
  const { decision } = finding;
  if (!decision) return <p className="mt-1 text-muted">{t(`undecided.${whoAgreed(finding)}`)}</p>;
  const facts = {
    outcome: outcomeOf(decision.outcome),
    who: decision.decidedBy,
    time: moment(decision.decidedAt),
  };
  const { ruleCited: rule } = decision;
  return (
    <p className="mt-1 text-muted">
      {rule ? t("decisionCiting", { ...facts, rule }) : t("decision", facts)}
    </p>
  );
}
