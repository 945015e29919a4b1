"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import type { Operation } from "@/lib/domain/annotation/operation";
import type { RefusedEntry } from "./device-database";
import { dismissRefused, listOutbox, listRefused, putInOutbox } from "./outbox";
import { OutboxSender, type SendFailure } from "./outbox-sender";

export type SaveState = {
  /** Whether it is known what an earlier visit left on this device; until then nothing is "saved". */
  isRead: boolean;
  /** Changes that the server has not acknowledged. */
  nWaiting: number;
  /** Of these, the ones that are not yet on this device's disk either. */
  nUnwritten: number;
  failure: SendFailure | "no_storage" | null;
  refused: readonly RefusedEntry[];
  /** Acknowledged since this page was opened, and when the last of them was. */
  nSaved: number;
  savedAt: Date | null;
};

const nothingRead: SaveState = {
  isRead: false,
  nWaiting: 0,
  nUnwritten: 0,
  failure: null,
  refused: [],
  nSaved: 0,
  savedAt: null,
};

/**
 * One layer's outbox: queues changes, sends them, and tells how far they are.
 * `onRefused` is called when the server refused some, so that the layer can be read again.
 */
export function useOutbox(owner: { userId: string; assignmentId: string }, onRefused: () => void) {
  const { userId, assignmentId } = owner;
  const [state, setState] = useState(nothingRead);
  const sender = useRef<OutboxSender | null>(null);
  const nUnwritten = useRef(0);

  const refresh = useCallback(
    async (failure: SaveState["failure"]) => {
      const [waiting, refused] = await Promise.all([
        listOutbox(userId, assignmentId),
        listRefused(userId, assignmentId),
      ]);
      const unwritten = nUnwritten.current;
      const nWaiting = waiting.length + unwritten;
      setState((now) => ({
        ...now,
        isRead: true,
        nWaiting,
        nUnwritten: unwritten,
        refused,
        failure: nWaiting > 0 ? failure : null,
      }));
    },
    [userId, assignmentId],
  );

  useEffect(() => {
    const mine = new OutboxSender(userId, (event) => {
      if (event.kind === "failed") return void refresh(event.failure);
      if (event.assignmentId !== assignmentId) return;
      if (event.nRefused > 0) onRefused();
      const { nSaved } = event;
      if (nSaved > 0) {
        setState((now) => ({ ...now, nSaved: now.nSaved + nSaved, savedAt: new Date() }));
      }
      void refresh(null);
    });
    sender.current = mine;
    refresh(null)
      .then(() => mine.start())
      .catch(() => setState((now) => ({ ...now, failure: "no_storage" })));
    return () => mine.stop();
  }, [userId, assignmentId, onRefused, refresh]);

  const queue = useCallback(
    async (operation: Operation) => {
      nUnwritten.current += 1;
      setState((now) => ({
        ...now,
        nWaiting: now.nWaiting + 1,
        nUnwritten: now.nUnwritten + 1,
      }));
      try {
        await putInOutbox({ userId, assignmentId, operation });
      } catch {
        setState((now) => ({ ...now, failure: "no_storage" }));
        return;
      }
      nUnwritten.current -= 1;
      setState((now) => ({ ...now, nUnwritten: nUnwritten.current }));
      sender.current?.wake();
    },
    [userId, assignmentId],
  );

  const dismiss = useCallback(
    async (ids: readonly string[]) => {
      await dismissRefused(ids);
      await refresh(null);
    },
    [refresh],
  );

  return { state, queue, dismiss, wake: () => sender.current?.wake() };
}
