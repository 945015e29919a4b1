import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import type { DisagreementDetail } from "@/lib/contracts/review";
import { readable } from "../codebook/tag-style";
import type { Choice } from "./use-decision";
import { outcomeWords } from "./words";

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
  const known = new Set(seen.decisions.map(({ id }) => id));
  const winner = current?.decisions.filter(({ id }) => !known.has(id)).at(-1);
  return (
    <StatusNote
      tone="warning"
      title={winner ? "Someone decided this first" : "The spans changed while you were deciding"}
    >
      {winner && (
        <p className="mt-1">
          {winner.decidedBy}: {outcomeWords[winner.outcome] ?? winner.outcome}
          {winner.spans.map(({ quote, tagId }) => ` · ${readable(tagId)} “${quote}”`)}
          {winner.comment && ` · ${winner.comment}`}
        </p>
      )}
      {mine && (
        <p className="mt-1">
          You: {outcomeWords[mine.outcome] ?? mine.outcome}
          {mine.spans?.map(({ quote, tagId }) => ` · ${readable(tagId)} “${quote}”`)}
          {mine.comment && ` · ${mine.comment}`}
        </p>
      )}
      <p className="mt-1">Nothing of yours was stored. Look at it as it stands, then decide.</p>
      <Button size="sm" className="mt-2" onClick={onReload}>
        Show what stands now
      </Button>
    </StatusNote>
  );
}
