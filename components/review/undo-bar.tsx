"use client";

import { useTranslations } from "next-intl";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import type { LastDecision } from "@/lib/client/last-decision";
import { useDecisionKeys } from "./use-decision-keys";
import { useOutcome } from "./use-outcome";
import { useUndo } from "./use-undo";

type UndoBarProps = {
  projectId: string;
  /** The reader's own decision on the disagreement that is shown, if it is the last there. */
  own: LastDecision | null;
};

/** What the reader decided last, and the way back. */
export function UndoBar({ projectId, own }: UndoBarProps) {
  const t = useTranslations("review.undo");
  const outcomeOf = useOutcome();
  const { target, undo, isPending, problem } = useUndo(projectId, own);

  useDecisionKeys((key) => {
    if (key === "u") undo();
  });

  if (!target && !problem) return null;
  return (
    <div className="mb-4 grid gap-2">
      {target && (
        <div className="flex flex-wrap items-center gap-3 rounded-md border border-line bg-surface px-4 py-2 text-sm">
          <p>
            {t(own === null ? "decidedBefore" : "decided", { outcome: outcomeOf(target.outcome) })}
          </p>
          <Button size="sm" aria-keyshortcuts="u" disabled={isPending} onClick={undo}>
            {t("undo")}
          </Button>
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
