import { db, type Tx } from "./client";

/** The channel on which app processes tell each other what happened in a project. */
export const liveChannel = "slantwise_live";

/** Ids alone: whoever is told reads the rest with their own rights. */
export type LiveMessage = {
  type: "decided" | "appealed" | "submitted" | "commented" | "opened" | "looking" | "left";
  projectId: string;
  /** Who did it. */
  userId: string;
  disagreementId?: string;
  articleId?: string;
  /** What the disagreement is now. */
  status?: "open" | "decided" | "stale";
};

/**
 * Tells every app process. Within a transaction it is sent with the commit, or not at all; messages
 * of one transaction that are equal arrive once.
 */
export async function notifyLive(message: LiveMessage, tx: Tx = db()): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${liveChannel}, ${JSON.stringify(message)})`;
}
