"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import type { LayerSpan } from "@/lib/domain/annotation/layer";
import type { Operation } from "@/lib/domain/annotation/operation";
import {
  findStorageFailure,
  type RefusedEntry,
  type StorageFailure,
  storageFailureOf,
} from "./device-database";
import { dismissRefused, listOutbox, listRefused } from "./outbox";
import { OutboxSender, type SendFailure } from "./outbox-sender";
import { OutboxWriter } from "./outbox-writer";
import { untilDone } from "./until-done";

export type SaveState = {
  /** Whether it is known what an earlier visit left on this device; until then nothing is "saved". */
  isRead: boolean;
  /** Changes that the server has not acknowledged. */
  nWaiting: number;
  /** Of these, the ones that are not yet on this device's disk either. */
  nUnwritten: number;
  failure: SendFailure | null;
  /** Why nothing can be kept on this device: no change should be made then. */
  storageFailure: StorageFailure | null;
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
  storageFailure: null,
  refused: [],
  nSaved: 0,
  savedAt: null,
};

/** Operations that wait no more, and the spans of those that were not taken. */
export type Settled = { ids: readonly string[]; refusedSpanIds: readonly string[] };

/** Those that hold changes which would be lost with the page, whatever it shows by now. */
const holders = new Set<OutboxWriter>();
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function setHolds(writer: OutboxWriter, isHolding: boolean): void {
  if (isHolding) holders.add(writer);
  else holders.delete(writer);
  if (holders.size > 0) window.addEventListener("beforeunload", warn);
  else window.removeEventListener("beforeunload", warn);
}

/**
 * One layer's outbox: queues changes, sends them, and tells how far they are.
 * `onSettled` is called with those that wait no more, by whichever tab they were sent.
 */
export function useOutbox(
  owner: { userId: string; assignmentId: string },
  onSettled: (settled: Settled) => void,
) {
  const { userId, assignmentId } = owner;
  const [state, setState] = useState(nothingRead);
  const sender = useRef<OutboxSender | null>(null);
  const writer = useRef<OutboxWriter | null>(null);
  const nUnwritten = useRef(0);

  const count = useCallback(async () => {
    const [waiting, refused] = await Promise.all([
      listOutbox(userId, assignmentId),
      listRefused(userId, assignmentId),
    ]);
    const nWaiting = waiting.length + nUnwritten.current;
    setState((now) => ({
      ...now,
      isRead: true,
      nWaiting,
      refused,
      failure: nWaiting > 0 ? now.failure : null,
    }));
  }, [userId, assignmentId]);
  const stopCounting = useRef<() => void>(() => undefined);
  /**
   * Counts anew, for as long as the device doesn't answer.
   * @param failure why sending failed; null if it went well, left out where nothing was sent
   */
  const refresh = useCallback(
    (failure?: SaveState["failure"]) => {
      if (failure !== undefined) setState((now) => ({ ...now, failure }));
      stopCounting.current();
      stopCounting.current = untilDone(count);
    },
    [count],
  );

  useEffect(() => {
    const setStorageFailure = (storageFailure: StorageFailure | null) =>
      setState((now) => ({ ...now, storageFailure }));
    const mySender = new OutboxSender(userId, (event) => {
      if (event.kind === "idle") return refresh(null);
      if (event.assignmentId !== null && event.assignmentId !== assignmentId) return;
      if (event.kind === "failed") return refresh(event.failure);
      if (event.kind === "dismissed") return refresh();
      onSettled(event);
      const { nSaved } = event;
      if (nSaved > 0) {
        setState((now) => ({ ...now, nSaved: now.nSaved + nSaved, savedAt: new Date() }));
      }
      refresh(null);
    });
    const myWriter = new OutboxWriter(
      ({ nUnwritten: count, failure }) => {
        nUnwritten.current = count;
        setHolds(myWriter, count > 0);
        setState((now) => ({ ...now, nUnwritten: count, storageFailure: failure }));
      },
      () => mySender.nudge(),
    );
    sender.current = mySender;
    writer.current = myWriter;
    const begin = async () => {
      setStorageFailure(await findStorageFailure());
      await count();
      mySender.start();
    };
    begin().catch((error: unknown) => setStorageFailure(storageFailureOf(error)));
    window.addEventListener("pagehide", myWriter.flush);
    return () => {
      window.removeEventListener("pagehide", myWriter.flush);
      mySender.stop();
      stopCounting.current();
      myWriter.flush();
    };
  }, [userId, assignmentId, onSettled, count, refresh]);

  const queue = useCallback(
    (operation: Operation, before: LayerSpan | undefined) => {
      setState((now) => ({ ...now, nWaiting: now.nWaiting + 1 }));
      const entry = { userId, assignmentId, operation };
      writer.current?.add(before ? { ...entry, before } : entry);
    },
    [userId, assignmentId],
  );

  const dismiss = useCallback(
    async (ids: readonly string[]) => {
      await dismissRefused(ids);
      sender.current?.tell({ kind: "dismissed", assignmentId });
    },
    [assignmentId],
  );

  return { state, queue, dismiss, wake: () => sender.current?.wake() };
}
