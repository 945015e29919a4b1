import type { Role } from "../domain/access/policy";
import { db, type Tx } from "./client";

export async function insertInvite(
  tx: Tx,
  invite: {
    id: string;
    projectId: string;
    email: string;
    role: Role;
    secretHash: string;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.invite.create({ data: invite });
}

/** An unused, unexpired invite. */
export function findOpenInvite(secretHash: string, now: Date) {
  return db().invite.findFirst({
    where: { secretHash, usedAt: null, expiresAt: { gt: now } },
    include: { project: { select: { name: true } } },
  });
}

/** Marks the invite used. @returns false if somebody was faster or it expired */
export async function useInvite(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.invite.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Voids what is left open for a person: their place in the project is settled by something newer. */
export async function closeInvites(
  tx: Tx,
  projectId: string,
  userId: string,
  now: Date,
): Promise<void> {
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  await tx.invite.updateMany({
    where: { projectId, email, usedAt: null },
    data: { usedAt: now },
  });
}
