"use client";

import { useEffect } from "react";

const everyMs = 10_000;

/** Tells the others that this disagreement is open here, and that it no longer is. */
export function useSayLooking(disagreementId: string) {
  useEffect(() => {
    const say = (isLooking: boolean) => {
      // Nothing depends on it: whoever isn't heard of is forgotten soon.
      void fetch(`/api/v1/disagreements/${disagreementId}/presence`, {
        method: "POST",
        keepalive: true,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ isLooking }),
      }).catch(() => undefined);
    };
    const sayWhileSeen = () => {
      if (document.visibilityState === "visible") say(true);
    };
    const leave = () => say(false);
    sayWhileSeen();
    const timer = setInterval(sayWhileSeen, everyMs);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [disagreementId]);
}
