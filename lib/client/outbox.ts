import { withoutSpans } from "@/lib/domain/annotation/history";
import { spanIdOf } from "@/lib/domain/annotation/operation";
import { deviceDatabase, type OutboxEntry, type RefusedEntry } from "./device-database";
import { keyOf, revisionKeyOf } from "./work-memory";

// "Strict" waits for the disk, so that "on this device" is true after a power cut as well.
const durable = { durability: "strict" } as const;

/** Resolves when the change is on the disk. @throws when the browser gives no storage */
export async function putInOutbox(entry: OutboxEntry): Promise<void> {
  const transaction = (await deviceDatabase()).transaction("outbox", "readwrite", durable);
  await Promise.all([transaction.store.add(entry), transaction.done]);
}

/** Oldest first. */
export async function listOutbox(userId: string, assignmentId: string): Promise<OutboxEntry[]> {
  return (await deviceDatabase()).getAllFromIndex("outbox", "byOwner", [userId, assignmentId]);
}

/**
 * The head of the line: up to `limit` changes to the layer whose change waits longest.
 * @param held assignments that are passed over
 */
export async function nextBatch(
  userId: string,
  limit: number,
  held: ReadonlySet<string>,
): Promise<OutboxEntry[]> {
  const range = IDBKeyRange.bound([userId, ""], [userId, "\uffff"]);
  const all = await (await deviceDatabase()).getAllFromIndex("outbox", "byOwner", range);
  const mine = all.filter(({ assignmentId }) => !held.has(assignmentId));
  const oldest = mine.reduce<OutboxEntry | undefined>(
    (first, entry) => (first && sequenceOf(first) < sequenceOf(entry) ? first : entry),
    undefined,
  );
  return mine.filter((entry) => entry.assignmentId === oldest?.assignmentId).slice(0, limit);
}

/** How many changes of a person wait to be sent, and how many were refused, by assignment. */
export async function countKept(
  userId: string,
): Promise<Map<string, { nWaiting: number; nRefused: number }>> {
  const range = IDBKeyRange.bound([userId, ""], [userId, "\uffff"]);
  const database = await deviceDatabase();
  const [waiting, refused] = await Promise.all([
    database.getAllFromIndex("outbox", "byOwner", range),
    database.getAllFromIndex("refused", "byOwner", range),
  ]);
  const counts = new Map<string, { nWaiting: number; nRefused: number }>();
  const countOf = (assignmentId: string) => {
    const known = counts.get(assignmentId) ?? { nWaiting: 0, nRefused: 0 };
    counts.set(assignmentId, known);
    return known;
  };
  for (const { assignmentId } of waiting) countOf(assignmentId).nWaiting += 1;
  for (const { assignmentId } of refused) countOf(assignmentId).nRefused += 1;
  return counts;
}

function sequenceOf(entry: OutboxEntry): number {
  return entry.sequence ?? Infinity;
}

type Owner = { userId: string; assignmentId: string };

/**
 * Takes acknowledged changes of a layer out and moves refused ones aside, all or none. Aside go as
 * well those that wait and were built on a refused one: sent, they could hit a revision that is
 * somebody else's. Steps on such spans can't be undone any more.
 * @param revision of the layer on the server by now, which is remembered; 0 if it isn't known
 * @returns all that are aside now
 */
export async function settle(
  owner: Owner,
  done: readonly OutboxEntry[],
  answeredRefused: readonly RefusedEntry[],
  revision: number,
): Promise<readonly RefusedEntry[]> {
  const { userId, assignmentId } = owner;
  const database = await deviceDatabase();
  const stores = ["outbox", "refused", "memory"] as const;
  const transaction = database.transaction(stores, "readwrite", durable);
  const outbox = transaction.objectStore("outbox");
  const aside = transaction.objectStore("refused");
  const memory = transaction.objectStore("memory");
  const isDone = new Set(done.map(sequenceOf));
  const known = await memory.get(revisionKeyOf(owner));
  const waiting = (await outbox.index("byOwner").getAll([userId, assignmentId])).filter(
    (entry) => !isDone.has(sequenceOf(entry)),
  );
  const built = answeredRefused.flatMap((refused) => builtOn(refused, waiting));
  const refused = [...answeredRefused, ...built.map(({ aside: entry }) => entry)];
  const gone = [...done, ...built.map(({ entry }) => entry)];
  const kept = refused.length === 0 ? undefined : await memory.get(keyOf(owner));
  if (kept?.history) {
    const spanIds = new Set(refused.map(({ operation }) => spanIdOf(operation)));
    await memory.put({ ...kept, history: withoutSpans(kept.history, spanIds) });
  }
  await Promise.all([
    memory.put({ key: revisionKeyOf(owner), revision: Math.max(known?.revision ?? 0, revision) }),
    ...gone.map((entry) => outbox.delete(sequenceOf(entry))),
    ...refused.map((entry) => aside.put(entry)),
    transaction.done,
  ]);
  return refused;
}

/** The changes that wait and counted on a refused one, as they go aside with it. */
function builtOn(refused: RefusedEntry, waiting: readonly OutboxEntry[]) {
  const spanId = spanIdOf(refused.operation);
  return waiting
    .filter(
      ({ operation }) =>
        spanIdOf(operation) === spanId && operation.baseRevision > refused.operation.baseRevision,
    )
    .map((entry) => {
      const { operation, before } = entry;
      const current = refused.answer.current ?? null;
      const answer = { id: operation.id, result: "conflict" as const, current };
      return { entry, aside: { ...refused, id: operation.id, operation, before, answer } };
    });
}

export async function listRefused(userId: string, assignmentId: string): Promise<RefusedEntry[]> {
  return (await deviceDatabase()).getAllFromIndex("refused", "byOwner", [userId, assignmentId]);
}

/** Forgets refused changes, once their author says so. */
export async function dismissRefused(ids: readonly string[]): Promise<void> {
  const transaction = (await deviceDatabase()).transaction("refused", "readwrite", durable);
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
}
