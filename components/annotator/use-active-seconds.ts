"use client";

import { useCallback, useEffect, useRef } from "react";

const idleAfterMs = 60_000;
const signs = ["pointerdown", "pointermove", "keydown", "scroll"] as const;

/** Seconds with the page in view and something done in the last minute. */
export function useActiveSeconds(): () => number {
  const seconds = useRef(0);

  useEffect(() => {
    let lastSign = performance.now();
    const note = () => {
      lastSign = performance.now();
    };
    const tick = setInterval(() => {
      const isActive = performance.now() - lastSign < idleAfterMs;
      if (isActive && document.visibilityState === "visible") seconds.current += 1;
    }, 1000);
    for (const sign of signs) window.addEventListener(sign, note, { passive: true });
    return () => {
      clearInterval(tick);
      for (const sign of signs) window.removeEventListener(sign, note);
    };
  }, []);

  return useCallback(() => seconds.current, []);
}
