"use client";

import { useSyncExternalStore } from "react";

const key = "slantwise.showsPseudonyms";
const listeners = new Set<() => void>();

/**
 * Whether the tab shows whose version is whose. Not at first: a version is to be judged by what it
 * says, and even a pseudonym gets a name for being right.
 */
export function useShownNames() {
  const isShown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sessionStorage.getItem(key) === "yes",
    () => false,
  );

  function toggle() {
    sessionStorage.setItem(key, isShown ? "no" : "yes");
    for (const listener of listeners) listener();
  }

  return { isShown, toggle };
}
