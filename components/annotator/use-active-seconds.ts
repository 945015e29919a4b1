"use client";

import { useCallback, useEffect, useRef } from "react";

import { type Owner, recall, remember } from "@/lib/client/work-memory";

const idleAfterMs = 60_000;
const keptEverySeconds = 15;
const signs = ["pointerdown", "pointermove", "keydown", "scroll"] as const;

/**
 * Seconds with the page in view and something done in the last minute, since the article was last
 * handed in. Kept on this device over reloads; at most the last 15 seconds of a crash are lost.
 */
export function useActiveSeconds({ userId, assignmentId }: Owner, isReadOnly: boolean) {
  const seconds = useRef(0);

  useEffect(() => {
    if (isReadOnly) return;
    const owner = { userId, assignmentId };
    seconds.current = 0;
    let isKnown = false;
    const know = (before = 0) => {
      seconds.current += before;
      isKnown = true;
    };
    recall(owner).then(
      (memory) => know(memory?.activeSeconds),
      () => know(),
    );
    const keep = () => {
      if (!isKnown) return;
      remember(owner, { activeSeconds: seconds.current }).catch(() => undefined);
    };
    let lastSign = performance.now();
    const note = () => {
      lastSign = performance.now();
    };
    const tick = setInterval(() => {
      const isActive = performance.now() - lastSign < idleAfterMs;
      if (!isActive || document.visibilityState !== "visible") return;
      seconds.current += 1;
      if (seconds.current % keptEverySeconds === 0) keep();
    }, 1000);
    for (const sign of signs) window.addEventListener(sign, note, { passive: true });
    window.addEventListener("pagehide", keep);
    return () => {
      clearInterval(tick);
      for (const sign of signs) window.removeEventListener(sign, note);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [userId, assignmentId, isReadOnly]);

  const read = useCallback(() => seconds.current, []);
  const restart = useCallback(() => {
    seconds.current = 0;
  }, []);
  return { read, restart };
}
