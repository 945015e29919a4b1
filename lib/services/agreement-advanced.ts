import "server-only";

import type { AdvancedAgreement } from "../contracts/agreement-advanced";
import { beatAdvanced, findAdvanced } from "../db/agreement-advanced";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { startAdvancedAgreementJob } from "../server/agreement-job";
import { authorise } from "./access";

/** A job that has said nothing for this long is taken to have died. */
const mostSilenceMs = 180_000;

/**
 * Has the advanced coefficients computed in the background, unless they are current or being
 * computed already. Repeating it is harmless.
 */
export async function requestAdvancedAgreement(
  actor: Actor,
  projectId: string,
): Promise<AdvancedAgreement> {
  await authorise(actor, "agreement.read", requireUuid(projectId));
  const now = new Date();
  const state = await readAdvanced(projectId, now);
  if (state.status === "current" || state.status === "computing") return state;
  await beatAdvanced(projectId, now);
  startAdvancedAgreementJob(projectId);
  return readAdvanced(projectId, now);
}

/** What the advanced section shows, for callers that have authorised. */
export async function readAdvanced(projectId: string, now: Date): Promise<AdvancedAgreement> {
  const found = await findAdvanced(projectId);
  const isAlive =
    found?.beatAt !== null &&
    found?.beatAt !== undefined &&
    now.getTime() - found.beatAt.getTime() < mostSilenceMs;
  const status = isAlive
    ? "computing"
    : !found?.report
      ? "none"
      : found.isCurrent
        ? "current"
        : "outdated";
  return {
    status,
    computedAt: found?.computedAt?.toISOString() ?? null,
    report: found?.report ?? null,
  };
}
