import { type History, latestSteps } from "@/lib/domain/annotation/history";
import { deviceDatabase, type WorkMemory } from "./device-database";

export type Owner = { userId: string; assignmentId: string };
export const keyOf = ({ userId, assignmentId }: Owner) => `${userId} ${assignmentId}`;
/** Written with every answer of the server, for which the rest would be too much. */
export const revisionKeyOf = (owner: Owner) => `${keyOf(owner)} revision`;
/** Steps that are kept over a reload. */
const mostSteps = 2000;

/** Keeps some of what the server needn't know yet; the rest stays as it was. */
export async function remember(
  owner: Owner,
  part: Partial<Omit<WorkMemory, "key" | "revision">>,
): Promise<void> {
  const key = keyOf(owner);
  const transaction = (await deviceDatabase()).transaction("memory", "readwrite");
  const known = await transaction.store.get(key);
  await transaction.store.put({ ...known, ...part, key });
  await transaction.done;
}

/** What can be undone and redone, kept so that a reload doesn't end it. */
export function rememberHistory(owner: Owner, { done, undone }: History): Promise<void> {
  return remember(owner, { history: { done: latestSteps(done, mostSteps), undone: [...undone] } });
}

/** What was handed in is the server's now; a layer that comes back starts from there. */
export async function forgetHandedIn(owner: Owner): Promise<void> {
  const key = keyOf(owner);
  const transaction = (await deviceDatabase()).transaction("memory", "readwrite");
  const { history, view } = (await transaction.store.get(key)) ?? {};
  await transaction.store.put({ key, ...(history ? { history } : {}), ...(view ? { view } : {}) });
  await transaction.done;
}

export async function recall(owner: Owner): Promise<WorkMemory | undefined> {
  return (await deviceDatabase()).get("memory", keyOf(owner));
}

/** Up to which revision of the layer this browser's tabs have brought the server; 0 if to none. */
export async function recallRevision(owner: Owner): Promise<number> {
  const known = await (await deviceDatabase()).get("memory", revisionKeyOf(owner));
  return known?.revision ?? 0;
}
