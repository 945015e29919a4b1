import { deviceDatabase, type OutboxEntry, type RefusedEntry } from "./device-database";

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

/** The head of the line: up to `limit` changes to the layer whose change waits longest. */
export async function nextBatch(userId: string, limit: number): Promise<OutboxEntry[]> {
  const range = IDBKeyRange.bound([userId, ""], [userId, "\uffff"]);
  const mine = await (await deviceDatabase()).getAllFromIndex("outbox", "byOwner", range);
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

/** Takes acknowledged changes out and moves refused ones aside, both or neither. */
export async function settle(
  done: readonly OutboxEntry[],
  refused: readonly RefusedEntry[],
): Promise<void> {
  const database = await deviceDatabase();
  const transaction = database.transaction(["outbox", "refused"], "readwrite", durable);
  const outbox = transaction.objectStore("outbox");
  const aside = transaction.objectStore("refused");
  await Promise.all([
    ...done.map((entry) => outbox.delete(sequenceOf(entry))),
    ...refused.map((entry) => aside.put(entry)),
    transaction.done,
  ]);
}

export async function listRefused(userId: string, assignmentId: string): Promise<RefusedEntry[]> {
  return (await deviceDatabase()).getAllFromIndex("refused", "byOwner", [userId, assignmentId]);
}

/** Forgets refused changes, once their author says so. */
export async function dismissRefused(ids: readonly string[]): Promise<void> {
  const transaction = (await deviceDatabase()).transaction("refused", "readwrite", durable);
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
}
