import "server-only";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { firstRunBody, Me } from "../contracts/projects";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import { listMembershipsOfUser } from "../db/members";
import { findUser, hasAnyUser, insertUser, lockFirstRun } from "../db/users";
import type { Actor } from "../domain/access/actor";
import { AppError } from "../domain/errors";
import { hashPassword } from "../server/password";

export async function getMe(actor: Actor): Promise<Me> {
  const [user, memberships] = await Promise.all([
    findUser(actor.userId),
    listMembershipsOfUser(actor.userId),
  ]);
  if (!user)
    throw new AppError("unauthenticated", "Sign in to continue.", { reason: "not_signed_in" });
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    mayCreateProjects: user.mayCreateProjects,
    memberships: memberships.map(({ projectId, role, project }) => ({
      projectId,
      projectName: project.name,
      role,
    })),
  };
}

/** Whether nobody has an account yet. */
export async function isFirstRun(): Promise<boolean> {
  return !(await hasAnyUser());
}

/** For the demo's people only: everybody else gets an account by invite or at the first run. */
export async function createAccount(account: {
  email: string;
  name: string;
  password: string;
  mayCreateProjects: boolean;
}): Promise<string> {
  const { password, ...user } = account;
  const id = uuidv7();
  const passwordHash = await hashPassword(password);
  await inTransaction((tx) => insertUser(tx, { ...user, id, passwordHash }));
  return id;
}

/**
 * Makes the first account, which may create projects. Needs no session, so it works only once.
 * @throws {AppError} not_found as soon as anybody has an account
 */
export async function createFirstAdmin(
  input: z.output<typeof firstRunBody>,
): Promise<{ email: string }> {
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    await lockFirstRun(tx);
    if (await hasAnyUser(tx)) {
      throw new AppError("not_found", "Slantwise is set up already: sign in instead.", {
        reason: "set_up_already",
      });
    }
    const id = uuidv7();
    await insertUser(tx, {
      id,
      email: input.email,
      name: input.name,
      passwordHash,
      mayCreateProjects: true,
    });
    await recordEvent(
      { projectId: null, actorId: id, action: "account.first_admin", subject: id },
      tx,
    );
    return { email: input.email };
  });
}
