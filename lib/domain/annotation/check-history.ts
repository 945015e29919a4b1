import type { Layer } from "./layer";
import { foldOperations, type Operation, spanIdOf } from "./operation";

/** What the people at their tabs saw. An unanswered request leaves a `sent` with nothing after it. */
export type HistoryEvent =
  | { type: "sent"; author: string; operation: Operation }
  /** The author saw an answer that names the operation and says it stands. */
  | { type: "acknowledged"; id: string; revision: number }
  /** The author saw an answer that says it doesn't stand. */
  | { type: "refused"; id: string }
  | { type: "read"; reader: string; spanId: string; revision: number };

/** What is stored once everything is quiet; entries in the order of the log. */
export type StoredHistory = {
  entries: readonly StoredEntry[];
  layer: Layer;
};
export type StoredEntry = {
  author: string;
  operation: Operation;
  isApplied: boolean;
  /** Revision of the span after an applied operation. */
  revision: number | null;
};

export type HistoryFault = { code: FaultCode; subject: string };
type FaultCode =
  | "stored_twice"
  | "lost"
  | "answers_disagree"
  | "revision_differs"
  | "refused_but_applied"
  | "never_resolved"
  | "altered"
  | "nobody_sent_it"
  | "revision_gap"
  | "overwrote_unseen"
  | "state_is_not_log"
  | "read_went_back";

type Sent = {
  author: string;
  operation: Operation;
  revisions: number[];
  isRefused: boolean;
};

/**
 * Whether what is stored keeps every promise that was made: acknowledged work stands exactly once,
 * refused work doesn't, no edit overwrote a revision its author hadn't seen, and folding the
 * applied operations gives the spans. Empty when all is well. Linear in history and log.
 */
export function checkHistory(
  history: readonly HistoryEvent[],
  { entries, layer }: StoredHistory,
): HistoryFault[] {
  const sent = gatherSent(history);
  const stored = new Map<string, StoredEntry>();
  const faults: HistoryFault[] = [];
  for (const entry of entries) {
    const { id } = entry.operation;
    if (stored.has(id)) faults.push({ code: "stored_twice", subject: id });
    stored.set(id, entry);
    if (!sent.has(id)) faults.push({ code: "nobody_sent_it", subject: id });
  }
  for (const [id, one] of sent) {
    for (const code of checkPromise(one, stored.get(id))) faults.push({ code, subject: id });
  }
  return [
    ...faults,
    ...checkRevisions(entries),
    ...checkState(entries, layer),
    ...checkReads(history),
  ];
}

function gatherSent(history: readonly HistoryEvent[]): Map<string, Sent> {
  const sent = new Map<string, Sent>();
  for (const event of history) {
    if (event.type === "sent" && !sent.has(event.operation.id)) {
      const { author, operation } = event;
      sent.set(operation.id, { author, operation, revisions: [], isRefused: false });
    }
    if (event.type === "acknowledged") sent.get(event.id)?.revisions.push(event.revision);
    if (event.type === "refused") {
      const one = sent.get(event.id);
      if (one) one.isRefused = true;
    }
  }
  return sent;
}

function checkPromise(
  { author, operation, revisions, isRefused }: Sent,
  entry: StoredEntry | undefined,
): FaultCode[] {
  if (!entry) return [revisions.length > 0 ? "lost" : "never_resolved"];
  const faults: FaultCode[] = [];
  if (revisions.length > 0 && !entry.isApplied) faults.push("lost");
  // One operation answered with two revisions was applied twice.
  if (new Set(revisions).size > 1) faults.push("answers_disagree");
  if (entry.isApplied && revisions.some((one) => one !== entry.revision)) {
    faults.push("revision_differs");
  }
  if (entry.isApplied && isRefused) faults.push("refused_but_applied");
  if (entry.author !== author || canonical(entry.operation) !== canonical(operation)) {
    faults.push("altered");
  }
  return faults;
}

function checkRevisions(entries: readonly StoredEntry[]): HistoryFault[] {
  const bySpan = new Map<string, StoredEntry[]>();
  for (const entry of entries.filter(({ isApplied }) => isApplied)) {
    const spanId = spanIdOf(entry.operation);
    bySpan.set(spanId, [...(bySpan.get(spanId) ?? []), entry]);
  }
  return [...bySpan].flatMap(([spanId, applied]) =>
    applied.flatMap((entry, at): HistoryFault[] => {
      if (entry.revision !== at + 1) return [{ code: "revision_gap", subject: spanId }];
      return entry.operation.baseRevision === at
        ? []
        : [{ code: "overwrote_unseen", subject: entry.operation.id }];
    }),
  );
}

function checkState(entries: readonly StoredEntry[], layer: Layer): HistoryFault[] {
  const applied = entries.filter(({ isApplied }) => isApplied).map(({ operation }) => operation);
  const folded = foldOperations(applied);
  const spanIds = new Set([...folded.keys(), ...layer.keys()]);
  return [...spanIds]
    .filter((id) => canonical(folded.get(id)) !== canonical(layer.get(id)))
    .map((subject) => ({ code: "state_is_not_log", subject }));
}

function checkReads(history: readonly HistoryEvent[]): HistoryFault[] {
  const seen = new Map<string, number>();
  return history.flatMap((event): HistoryFault[] => {
    if (event.type !== "read") return [];
    const key = `${event.reader} ${event.spanId}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, Math.max(before, event.revision));
    return event.revision < before ? [{ code: "read_went_back", subject: event.spanId }] : [];
  });
}

/** Equal for values that JSON holds alike, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
