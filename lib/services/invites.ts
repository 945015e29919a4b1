import "server-only";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { acceptInviteBody, InviteDescription } from "../contracts/projects";
import { recordEvent } from "../db/audit";
import { inTransaction, type Tx } from "../db/client";
import { closeInvites, findOpenInvite, insertInvite, useInvite } from "../db/invites";
import { putMembership } from "../db/members";
import { findUserByEmail, insertUser } from "../db/users";
import type { Role } from "../domain/access/policy";
import { AppError } from "../domain/errors";
import { hashPassword, isPasswordOf } from "../server/password";
import { hashSecret, newSecret } from "../server/secrets";
import { mayTrySignIn } from "../server/sign-in-limit";

const validDays = 14;

/** Stores an invite and returns its link's secret, which nobody can read again. */
export async function createInvite(
  tx: Tx,
  invite: { projectId: string; email: string; role: Role },
  now: Date,
): Promise<{ secret: string; expiresAt: Date }> {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + validDays * 86_400_000);
  await insertInvite(tx, { ...invite, id: uuidv7(), secretHash: hashSecret(secret), expiresAt });
  return { secret, expiresAt };
}

async function openInvite(secret: string) {
  const invite = await findOpenInvite(hashSecret(secret), new Date());
  if (!invite) {
    throw new AppError(
      "not_found",
      "This invite was used or has expired. Ask the project's admin for a new link.",
      { reason: "invite_unusable" },
    );
  }
  return invite;
}

export async function describeInvite(secret: string): Promise<InviteDescription> {
  const invite = await openInvite(secret);
  return {
    email: invite.email,
    projectName: invite.project.name,
    role: invite.role,
    hasAccount: (await findUserByEmail(invite.email)) !== null,
  };
}

/**
 * Joins the project: a new person chooses a name and a password, a known one proves theirs.
 * @throws {AppError} not_found when used or expired, invalid for a wrong password or a missing name
 */
export async function acceptInvite(
  input: z.output<typeof acceptInviteBody>,
): Promise<{ email: string }> {
  const invite = await openInvite(input.secret);
  const known = await findUserByEmail(invite.email);
  if (known && !(await mayTrySignIn(invite.email, "invite"))) {
    throw new AppError("too_many_requests", "Too many attempts. Wait a quarter of an hour.", {
      ...{ retryAfterSeconds: 900, reason: "too_many_attempts" },
    });
  }
  if (known && !(await isPasswordOf(known.passwordHash, input.password))) {
    const message = "Give the password that you sign in with.";
    throw new AppError("invalid", "That isn't the password of your account.", {
      reason: "account_password_wrong",
      errors: [{ path: "password", message, reason: "account_password_wanted" }],
    });
  }
  if (!known && !input.name) {
    const missing = { message: "Enter your name.", reason: "own_name_missing" } as const;
    throw new AppError("invalid", missing.message, {
      ...{ errors: [{ path: "name", ...missing }], reason: missing.reason },
    });
  }
  const passwordHash = known ? null : await hashPassword(input.password);
  await inTransaction(async (tx) => {
    if (!(await useInvite(tx, invite.id, new Date()))) {
      throw new AppError("not_found", "This invite was used a moment ago.", {
        reason: "invite_used_just_now",
      });
    }
    const userId = known?.id ?? uuidv7();
    if (passwordHash !== null) {
      await insertUser(tx, {
        id: userId,
        email: invite.email,
        name: input.name ?? invite.email,
        passwordHash,
        mayCreateProjects: false,
      });
    }
    const { projectId, role } = invite;
    await putMembership(tx, { projectId, userId, role });
    await closeInvites(tx, projectId, userId, new Date());
    await recordEvent(
      { projectId, actorId: userId, action: "member.joined", subject: userId, detail: { role } },
      tx,
    );
  });
  return { email: invite.email };
}
