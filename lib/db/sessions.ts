import { db } from "./client";

export async function insertSession(session: {
  id: string;
  userId: string;
  expiresAt: Date;
}): Promise<void> {
  await db().session.create({ data: session });
}

/** The user of a session that is neither expired nor revoked, whose account is not disabled. */
export async function findLiveSessionUser(id: string, now: Date): Promise<string | null> {
  const session = await db().session.findFirst({
    where: { id, revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { userId: true },
  });
  return session?.userId ?? null;
}

export async function revokeSession(id: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
}
