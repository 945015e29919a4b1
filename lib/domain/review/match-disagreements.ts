import { overlaps, type SegmentName, type TextRange } from "../spans/span";

type Known = TextRange & {
  id: string;
  familyId: string;
  segment: SegmentName;
  status: "open" | "decided" | "stale" | "superseded";
  fingerprint: string;
};
type Found = TextRange & { familyId: string; segment: SegmentName; fingerprint: string };

export type DisagreementChanges<F> = {
  /** Seen for the first time. */
  added: F[];
  /** Same place and family, other spans than before. */
  changed: { id: string; found: F }[];
  /** Ids of superseded ones whose very spans are back. */
  revived: string[];
  /** Ids of ones that no longer stand. */
  vanished: string[];
};

/**
 * How stored disagreements become the found ones with as little change as possible: equal spans
 * keep their row, then an overlapping one of the same family and segment is continued, the rest
 * is added or vanishes. A row continues at most one. Cost: O(known · found) of one article.
 */
export function matchDisagreements<F extends Found>(
  known: readonly Known[],
  found: readonly F[],
): DisagreementChanges<F> {
  const byFingerprint = new Map(known.map((one) => [one.fingerprint, one]));
  const kept = new Set<string>();
  const revived: string[] = [];
  const moved: F[] = [];
  for (const one of found) {
    const same = byFingerprint.get(one.fingerprint);
    if (!same) {
      moved.push(one);
      continue;
    }
    kept.add(same.id);
    if (same.status === "superseded") revived.push(same.id);
  }

  const free = known.filter(({ id, status }) => status !== "superseded" && !kept.has(id));
  const added: F[] = [];
  const changed: { id: string; found: F }[] = [];
  for (const one of moved) {
    const at = free.findIndex(
      (other) =>
        other.familyId === one.familyId && other.segment === one.segment && overlaps(other, one),
    );
    const [continued] = at < 0 ? [] : free.splice(at, 1);
    if (continued) changed.push({ id: continued.id, found: one });
    else added.push(one);
  }
  return { added, changed, revived, vanished: free.map(({ id }) => id) };
}
