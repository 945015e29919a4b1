"use client";

import { useLayoutEffect, useRef } from "react";

const typed = "input, select, textarea, [contenteditable], [role=dialog]";

/** Single keys while the focus is in the page's main part, but in nothing that takes text itself. */
export function useDecisionKeys(onKey: (key: string, event: KeyboardEvent) => void) {
  const latest = useRef(onKey);

  // As soon as the page is drawn: a key that comes at once must not be lost.
  useLayoutEffect(() => {
    latest.current = onKey;
  });

  useLayoutEffect(() => {
    const main = document.getElementById("main");
    // Arriving from a decision, the focus was on a button that is gone.
    if (document.activeElement === document.body) main?.focus({ preventScroll: true });

    function handleKey(event: KeyboardEvent) {
      const { target, key, ctrlKey, metaKey, altKey, repeat } = event;
      // A word after the other while an arrow is held; a decision is made once.
      const isHeld = repeat && !key.startsWith("Arrow");
      if (ctrlKey || metaKey || altKey || isHeld || event.isComposing) return;
      if (target instanceof Element && target.closest(typed)) return;
      latest.current(key, event);
    }

    main?.addEventListener("keydown", handleKey);
    return () => main?.removeEventListener("keydown", handleKey);
  }, []);
}
