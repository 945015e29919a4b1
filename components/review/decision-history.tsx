import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { AppealItem, DisagreementDetail } from "@/lib/contracts/review";
import { readable } from "../codebook/tag-style";
import { DecisionComment } from "./decision-comment";
import { useMoment } from "./use-moment";
import { useOutcome } from "./use-outcome";

type Decision = DisagreementDetail["decisions"][number];
type DecisionHistoryProps = Pick<DisagreementDetail, "projectId" | "decisions" | "appeals">;

const box = "rounded-lg border border-line bg-surface px-4 py-3";
const bold = (words: ReactNode) => <strong className="font-medium">{words}</strong>;

/** Every decision there was and every appeal, the latest first; none is ever overwritten. */
export function DecisionHistory({ projectId, decisions, appeals }: DecisionHistoryProps) {
  const t = useTranslations("review.history");
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="history-heading" className="mt-8">
      <h2 id="history-heading" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <ol className="mt-2 grid gap-3 text-sm">
        {decisions
          .toReversed()
          .flatMap((decision) => [
            ...appeals
              .filter(({ decisionId }) => decisionId === decision.id)
              .map((appeal) => <AppealEntry key={appeal.id} appeal={appeal} />),
            <DecisionEntry key={decision.id} projectId={projectId} decision={decision} />,
          ])}
      </ol>
    </section>
  );
}

function AppealEntry({ appeal }: { appeal: AppealItem }) {
  const t = useTranslations("review.history");
  const moment = useMoment();
  const { annotator: who, createdAt, reason } = appeal;
  return (
    <li className={`${box} border-l-4 border-l-warning`}>
      <p>{t.rich("appeal", { b: bold, who, time: moment(createdAt) })}</p>
      <p dir="auto" className="mt-1 break-words whitespace-pre-wrap">
        {reason}
      </p>
    </li>
  );
}

function DecisionEntry({ projectId, decision }: { projectId: string; decision: Decision }) {
  const t = useTranslations("review.history");
  const moment = useMoment();
  const outcomeOf = useOutcome();
  const { ruleCited, spans, comment } = decision;
  const facts = {
    b: bold,
    outcome: outcomeOf(decision.outcome),
    who: decision.decidedBy,
    time: moment(decision.decidedAt),
  };
  return (
    <li className={box}>
      <p>{ruleCited ? t.rich("byCiting", { ...facts, rule: ruleCited }) : t.rich("by", facts)}</p>
      {spans.map((span) => (
        <p key={`${span.segment} ${span.start} ${span.end} ${span.tagId}`} className="mt-1">
          {readable(span.tagId)}:{" "}
          <span className="font-serif">
            “<bdi>{span.quote}</bdi>”
          </span>
        </p>
      ))}
      {comment && (
        <p className="mt-1 break-words text-muted">
          <DecisionComment projectId={projectId} comment={comment} />
        </p>
      )}
    </li>
  );
}
