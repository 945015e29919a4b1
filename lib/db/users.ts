import { db, type Tx } from "./client";

export type UserRow = {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  mayCreateProjects: boolean;
  disabledAt: Date | null;
};

export function findUserByEmail(email: string, tx: Tx = db()): Promise<UserRow | null> {
  return tx.user.findUnique({ where: { email } });
}

export function findUser(id: string): Promise<UserRow | null> {
  return db().user.findUnique({ where: { id } });
}

export async function hasAnyUser(tx: Tx = db()): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) !== null;
}

/** Serialises the making of the first account; released when the transaction ends. */
export async function lockFirstRun(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7305801)`;
}

export async function insertUser(
  tx: Tx,
  user: {
    id: string;
    email: string;
    name: string;
    passwordHash: string;
    mayCreateProjects: boolean;
  },
): Promise<void> {
  await tx.user.create({ data: user });
}
