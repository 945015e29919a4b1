import type { History } from "@/lib/domain/annotation/history";
import type { AnswerValue } from "@/lib/domain/codebook/check-answers";
import { deviceDatabase, type WorkMemory } from "./device-database";

type Owner = { userId: string; assignmentId: string };
const keyOf = ({ userId, assignmentId }: Owner) => `${userId} ${assignmentId}`;
/** Steps that are kept over a reload. */
const mostSteps = 2000;

async function change(owner: Owner, part: Partial<WorkMemory>): Promise<void> {
  const key = keyOf(owner);
  const transaction = (await deviceDatabase()).transaction("memory", "readwrite");
  const known = await transaction.store.get(key);
  await transaction.store.put({ ...known, ...part, key });
  await transaction.done;
}

/** What can be undone and redone, kept so that a reload doesn't end it. */
export function rememberHistory(owner: Owner, { done, undone }: History): Promise<void> {
  return change(owner, { history: { done: done.slice(-mostSteps), undone: [...undone] } });
}

/** Answers that are not handed in yet. */
export function rememberAnswers(owner: Owner, answers: Record<string, AnswerValue>): Promise<void> {
  return change(owner, { answers });
}

export async function recall(owner: Owner): Promise<WorkMemory | undefined> {
  return (await deviceDatabase()).get("memory", keyOf(owner));
}
