import { useEffect } from "react";

import { keepPage } from "@/lib/client/offline-pages";

/** When the screen has long been ready, and not again before a pause in the work. */
const firstPauseMs = 3000;
const laterPauseMs = 60_000;

/**
 * Keeps this page on the device, and again once more of the work has reached the server, so that a
 * reload without a connection shows it. What was saved since is known from the history.
 * @param nSaved changes that were acknowledged since the page was opened
 */
export function useKeptPage(nSaved: number): void {
  useEffect(() => keepAfter(firstPauseMs), []);
  useEffect(() => (nSaved > 0 ? keepAfter(laterPauseMs) : undefined), [nSaved]);
}

/** @returns what calls it off */
function keepAfter(pauseMs: number): (() => void) | undefined {
  // While developing, scripts keep their names when they change.
  if (process.env.NODE_ENV !== "production") return undefined;
  const timer = setTimeout(
    // It is a convenience: without it the page works as before.
    () => void keepPage(window.location.pathname).catch(() => undefined),
    pauseMs,
  );
  return () => clearTimeout(timer);
}
