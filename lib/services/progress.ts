import "server-only";

import type { z } from "zod";

import type { Progress, queueQuery } from "../contracts/assignments";
import { listAssignmentsOfAnnotator } from "../db/assignments";
import { listProgress } from "../db/progress";
import type { Actor } from "../domain/access/actor";
import { estimateRemaining } from "../domain/assignments/estimate-remaining";
import { listQueue, toAssignmentItem } from "./assignments";

const unfinished = ["returned", "in_progress", "assigned"] as const;
const inOrder = [...unfinished, "submitted"] as const;

/** How far the actor is in the projects they annotate in, and what to go on with. */
export async function getProgress(actor: Actor): Promise<Progress> {
  const [rows, ...waiting] = await Promise.all([
    listProgress(actor.userId),
    ...unfinished.map((status) => listAssignmentsOfAnnotator(actor.userId, { status, limit: 1 })),
  ]);
  const next = waiting.flat()[0];
  return {
    items: rows.map((row) => ({
      projectId: row.projectId,
      projectName: row.projectName,
      nAssignments: row.nAssigned + row.nInProgress + row.nReturned + row.nSubmitted,
      byStatus: {
        assigned: row.nAssigned,
        in_progress: row.nInProgress,
        returned: row.nReturned,
        submitted: row.nSubmitted,
      },
      nRemainingCharacters: row.nRemainingCodePoints,
      remaining: estimateRemaining(row),
    })),
    next: next ? toAssignmentItem(next) : null,
  };
}

/**
 * The queue as its page shows it: progress, and each status with its first articles, or one page
 * of one status.
 */
export async function getQueue(actor: Actor, { status, ...request }: z.output<typeof queueQuery>) {
  const shown = status ? [status] : inOrder;
  // A cursor belongs to one status; without one it would cut all groups at the same place.
  const { limit } = request;
  const [progress, ...pages] = await Promise.all([
    getProgress(actor),
    ...shown.map((one) => listQueue(actor, { ...(status ? request : { limit }), status: one })),
  ]);
  const groups = pages.map((page, index) => {
    const group = shown[index] ?? "assigned";
    const count = progress.items.reduce((sum, { byStatus }) => sum + byStatus[group], 0);
    return { ...page, status: group, count };
  });
  return { progress, groups };
}
