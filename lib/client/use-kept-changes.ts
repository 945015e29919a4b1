"use client";

import { useEffect, useState } from "react";

import { countKept } from "./outbox";
import { OutboxSender } from "./outbox-sender";

export type KeptChanges = Awaited<ReturnType<typeof countKept>>;

const nothing: KeptChanges = new Map();

/**
 * What of a person's work is still on this device only, by assignment. Sends what waits, so that
 * nobody has to open an article for it. Without storage there is nothing to tell.
 */
export function useKeptChanges(userId: string): KeptChanges {
  const [kept, setKept] = useState(nothing);

  useEffect(() => {
    const read = () => countKept(userId).then(setKept, () => setKept(nothing));
    const sender = new OutboxSender(userId, () => void read());
    countKept(userId)
      .then((counts) => {
        setKept(counts);
        sender.start();
      })
      .catch(() => setKept(nothing));
    return () => sender.stop();
  }, [userId]);

  return kept;
}
