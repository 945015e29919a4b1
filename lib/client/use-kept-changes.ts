"use client";

import { useEffect, useState } from "react";

import { countKept } from "./outbox";
import { OutboxSender } from "./outbox-sender";

export type KeptChanges = {
  byAssignment: Awaited<ReturnType<typeof countKept>>;
  /** Assignments with changes that their person may not send any more. */
  closedIds: readonly string[];
};

const nothing: KeptChanges = { byAssignment: new Map(), closedIds: [] };

/**
 * What of a person's work is still on this device only, by assignment. Sends what waits, so that
 * nobody has to open an article for it. Without storage there is nothing to tell.
 */
export function useKeptChanges(userId: string): KeptChanges {
  const [kept, setKept] = useState(nothing);

  useEffect(() => {
    const closed = new Set<string>();
    const read = async () => {
      const byAssignment = await countKept(userId);
      const closedIds = [...closed].filter((id) => (byAssignment.get(id)?.nWaiting ?? 0) > 0);
      setKept({ byAssignment, closedIds });
    };
    const readOrForget = () => void read().catch(() => setKept(nothing));
    const sender = new OutboxSender(userId, (event) => {
      if (event.kind === "failed" && event.failure === "no_access" && event.assignmentId) {
        closed.add(event.assignmentId);
      }
      readOrForget();
    });
    read()
      .then(() => sender.start())
      .catch(() => setKept(nothing));
    return () => sender.stop();
  }, [userId]);

  return kept;
}
