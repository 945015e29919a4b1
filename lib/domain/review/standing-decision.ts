type Entry = { outcome: string; baseRevision: number };

/** The decisions that no undo has taken back, in order; the last one is what stands. */
export function standingDecisions<Some extends Entry>(history: readonly Some[]): Some[] {
  const standing: Some[] = [];
  for (const entry of history) {
    if (entry.outcome === "undone") standing.pop();
    else standing.push(entry);
  }
  return standing;
}

/**
 * Where taking the last decision back leads: to the one that stood before, or to none.
 * Each decision raises the revision by one, and so does a change of the spans; where the numbers
 * have a gap the spans changed in between, and the decision before is on spans that are gone.
 */
export function afterUndo<Some extends Entry>(
  history: readonly Some[],
): { status: "open" | "decided" | "stale"; decision: Some | null } {
  const decision = standingDecisions(history).at(-2);
  const last = history.at(-1);
  if (!decision || !last) return { status: "open", decision: null };
  const steps = history.length - 1 - history.indexOf(decision);
  const isSameSpans = last.baseRevision - decision.baseRevision === steps;
  return { status: isSameSpans ? "decided" : "stale", decision: isSameSpans ? decision : null };
}
