import "server-only";

import type { z } from "zod";

import type { addMemberBody, addMemberResult, Member } from "../contracts/projects";
import { recordEvent } from "../db/audit";
import { inTransaction, type Tx } from "../db/client";
import { closeInvites } from "../db/invites";
import {
  countAdmins,
  findMembership,
  listMembers as listRows,
  lockMembers,
  putMembership,
  removeMembership,
} from "../db/members";
import { findUserByEmail } from "../db/users";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { AppError } from "../domain/errors";
import { appUrl } from "../server/env";
import { authorise } from "./access";
import { createInvite } from "./invites";

export async function listMembers(
  actor: Actor,
  projectId: string,
): Promise<{ items: Member[]; nextCursor: null }> {
  await authorise(actor, "members.read", requireUuid(projectId));
  return { items: await listRows(projectId), nextCursor: null };
}

/**
 * Adds a person by e-mail. Somebody without an account gets a one-time link, to be passed on by
 * the admin; its secret stands behind `#`, so that no server log ever holds it.
 */
export async function addMember(
  actor: Actor,
  projectId: string,
  { email, role }: z.output<typeof addMemberBody>,
): Promise<z.infer<typeof addMemberResult>> {
  await authorise(actor, "members.edit", requireUuid(projectId));
  const user = await findUserByEmail(email);
  if (user?.id === actor.userId) {
    throw new AppError("invalid", "You can't change your own role: ask another admin.", {
      reason: "own_role",
    });
  }
  return inTransaction(async (tx) => {
    const event = {
      projectId,
      actorId: actor.userId,
      action: user ? ("member.added" as const) : ("member.invited" as const),
      subject: user?.id ?? email,
      detail: { role },
    };
    await recordEvent(event, tx);
    if (user) {
      if (role !== "admin") await requireOtherAdmin(tx, projectId, user.id);
      await putMembership(tx, { projectId, userId: user.id, role });
      await closeInvites(tx, projectId, user.id, new Date());
      return { inviteUrl: null, expiresAt: null, email, role };
    }
    const { secret, expiresAt } = await createInvite(tx, { projectId, email, role }, new Date());
    const inviteUrl = `${appUrl()}/invite#${secret}`;
    return { inviteUrl, expiresAt: expiresAt.toISOString(), email, role };
  });
}

/** Takes a person out of the project; their layers and decisions stay. */
export async function removeMember(
  actor: Actor,
  projectId: string,
  userId: string,
): Promise<{ removed: boolean }> {
  await authorise(actor, "members.edit", requireUuid(projectId));
  return inTransaction(async (tx) => {
    await requireOtherAdmin(tx, projectId, requireUuid(userId));
    const now = new Date();
    const removed = await removeMembership(tx, projectId, userId, now);
    if (removed) {
      await closeInvites(tx, projectId, userId, now);
      await recordEvent(
        { projectId, actorId: actor.userId, action: "member.removed", subject: userId },
        tx,
      );
    }
    return { removed };
  });
}

/** @throws {AppError} invalid if the project would be left without an admin, also by two at once */
async function requireOtherAdmin(tx: Tx, projectId: string, userId: string): Promise<void> {
  await lockMembers(tx, projectId);
  const membership = await findMembership(projectId, userId, tx);
  if (membership?.role === "admin" && (await countAdmins(tx, projectId)) === 1) {
    throw new AppError("invalid", "A project needs an admin: make somebody else admin first.", {
      reason: "last_admin",
    });
  }
}
