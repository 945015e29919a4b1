import type { Role } from "../domain/access/policy";
import { db, type Tx } from "./client";

export type MembershipRow = { projectId: string; userId: string; role: Role; pseudonym: string };

export function findMembership(
  projectId: string,
  userId: string,
  tx: Tx = db(),
): Promise<MembershipRow | null> {
  return tx.membership.findFirst({
    where: { projectId, userId, removedAt: null },
    select: { projectId: true, userId: true, role: true, pseudonym: true },
  });
}

/** Everybody who is or was a member, with how much they were given and handed in. */
export async function listMembers(projectId: string) {
  const [rows, assigned] = await Promise.all([
    db().membership.findMany({
      where: { projectId },
      include: { user: { select: { email: true, name: true } } },
      orderBy: { pseudonym: "asc" },
    }),
    db().assignment.groupBy({
      by: ["annotatorId", "status"],
      where: { projectId },
      _count: { _all: true },
    }),
  ]);
  return rows.map((row) => {
    const mine = assigned.filter(({ annotatorId }) => annotatorId === row.userId);
    return {
      userId: row.userId,
      email: row.user.email,
      name: row.user.name,
      role: row.role,
      pseudonym: row.pseudonym,
      isRemoved: row.removedAt !== null,
      nAssigned: mine.reduce((sum, { _count }) => sum + _count._all, 0),
      nSubmitted: mine
        .filter(({ status }) => status === "submitted")
        .reduce((sum, { _count }) => sum + _count._all, 0),
    };
  });
}

export function listMembershipsOfUser(userId: string) {
  return db().membership.findMany({
    where: { userId, removedAt: null },
    select: { projectId: true, role: true, project: { select: { name: true } } },
    orderBy: { projectId: "asc" },
  });
}

/** Ids of present members with `role`. */
export async function listUserIdsByRole(projectId: string, role: Role): Promise<string[]> {
  const rows = await db().membership.findMany({
    where: { projectId, role, removedAt: null },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}

/** Pseudonym by user id, removed members included: their work keeps its name. */
export async function pseudonymsOf(projectId: string): Promise<Map<string, string>> {
  const rows = await db().membership.findMany({
    where: { projectId },
    select: { userId: true, pseudonym: true },
  });
  return new Map(rows.map((row) => [row.userId, row.pseudonym]));
}

/** Takes turns with every other change of who is in the project and as what. */
export async function lockMembers(tx: Tx, projectId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`;
}

/**
 * Adds a person, gives a former member their place back, or changes a role.
 * A pseudonym is given once and never again, so that earlier exports stay true.
 */
export async function putMembership(
  tx: Tx,
  { projectId, userId, role }: { projectId: string; userId: string; role: Role },
): Promise<void> {
  // Two people added at once must not draw the same pseudonym.
  await lockMembers(tx, projectId);
  const known = await tx.membership.updateMany({
    where: { projectId, userId },
    data: { role, removedAt: null },
  });
  if (known.count > 0) return;
  const letter = role === "annotator" ? "A" : "R";
  const count = await tx.membership.count({
    where: { projectId, pseudonym: { startsWith: letter } },
  });
  const pseudonym = `${letter}${String(count + 1).padStart(2, "0")}`;
  await tx.membership.create({ data: { projectId, userId, role, pseudonym } });
}

/** @returns whether the person was a member */
export async function removeMembership(
  tx: Tx,
  projectId: string,
  userId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.membership.updateMany({
    where: { projectId, userId, removedAt: null },
    data: { removedAt: now },
  });
  return count > 0;
}

export function countAdmins(tx: Tx, projectId: string): Promise<number> {
  return tx.membership.count({ where: { projectId, role: "admin", removedAt: null } });
}
