import "server-only";

import { findMembership, type MembershipRow } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { type Action, can } from "../domain/access/policy";
import { AppError } from "../domain/errors";

/**
 * Opens every service: passes if the actor may take `action` in the project.
 * The role is read afresh, so a removed member is out at their next request.
 * @throws {AppError} not_found for strangers, forbidden for members without the right
 */
export async function authorise(
  actor: Actor,
  action: Action,
  projectId: string,
): Promise<MembershipRow> {
  const membership = await findMembership(projectId, actor.userId);
  if (!membership) throw nothingHere();
  if (!can(membership.role, action)) {
    throw new AppError("forbidden", "Your role in this project doesn't allow this.", {
      reason: "role_forbids",
    });
  }
  return membership;
}

/** What strangers see, whether there is something or not. */
export function nothingHere(): AppError {
  return new AppError("not_found", "There is nothing at this address.", { reason: "nothing_here" });
}
