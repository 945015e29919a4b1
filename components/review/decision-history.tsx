import type { DisagreementDetail } from "@/lib/contracts/review";
import { readable } from "../codebook/tag-style";
import { DecisionComment } from "./decision-comment";
import { outcomeWords } from "./words";

/** Every decision there was, the latest first; none is ever overwritten. */
export function DecisionHistory({
  projectId,
  decisions,
}: Pick<DisagreementDetail, "projectId" | "decisions">) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="history-heading" className="mt-8">
      <h2 id="history-heading" className="text-lg font-semibold">
        Decisions
      </h2>
      <ol className="mt-2 grid gap-3 text-sm">
        {decisions.toReversed().map((decision) => (
          <li key={decision.id} className="rounded-lg border border-line bg-surface px-4 py-3">
            <p>
              <strong className="font-medium">
                {outcomeWords[decision.outcome] ?? decision.outcome}
              </strong>{" "}
              by {decision.decidedBy}, {decision.decidedAt.slice(0, 16).replace("T", " ")} UTC
              {decision.ruleCited && `, citing ${decision.ruleCited}`}
            </p>
            {decision.spans.map((span) => (
              <p key={`${span.start} ${span.end} ${span.tagId}`} className="mt-1">
                {readable(span.tagId)}: <span className="font-serif">“{span.quote}”</span>
              </p>
            ))}
            {decision.comment && (
              <p className="mt-1 break-words text-muted">
                <DecisionComment projectId={projectId} comment={decision.comment} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
