"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

/** j and k (or the arrows) walk through the rows; Enter opens, as for any link. */
export function InboxKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);

  function handleKey(event: KeyboardEvent) {
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-inbox-row]") ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <div ref={list} onKeyDown={handleKey}>
      {children}
    </div>
  );
}
