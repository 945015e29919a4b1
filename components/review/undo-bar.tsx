"use client";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import type { LastDecision } from "@/lib/client/last-decision";
import { useDecisionKeys } from "./use-decision-keys";
import { useUndo } from "./use-undo";
import { outcomeWords } from "./words";

type UndoBarProps = {
  projectId: string;
  /** The reader's own decision on the disagreement that is shown, if it is the last there. */
  own: LastDecision | null;
};

/** What the reader decided last, and the way back. */
export function UndoBar({ projectId, own }: UndoBarProps) {
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
            You decided: {outcomeWords[target.outcome] ?? target.outcome}
            {own === null && ", a moment ago"}
          </p>
          <Button size="sm" aria-keyshortcuts="u" disabled={isPending} onClick={undo}>
            Undo (u)
          </Button>
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
