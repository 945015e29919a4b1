"use client";

import { useEffect, useRef } from "react";

import { offsetAtPoint, rectAt } from "@/lib/client/text-selection";
import { type Owner, recall, remember } from "@/lib/client/work-memory";
import { pieceOf } from "./span-dom";
import type { Workspace } from "./use-workspace";

const restMs = 300;
/** Below the toolbar that stays in view. */
const topPx = 72;
/** Further than the gap between two paragraphs, in steps that hit the next line. */
const probesPx = [0, 12, 24, 36, 48];

/** The first of the text that is in view; null where none is near the top. */
function topOfView(box: DOMRect) {
  for (const belowPx of probesPx) {
    const y = Math.max(topPx, box.top) + belowPx;
    const found = offsetAtPoint(box.left + box.width / 2, y);
    if (found) return found;
  }
  return null;
}

/**
 * Keeps where the reading was, what the panel showed and which span was selected, on this device:
 * whoever comes back to an article goes on where they stopped.
 */
export function useReadingPlace({ userId, assignmentId }: Owner, workspace: Workspace): void {
  const { frame, panel, filter, selectedId, setPanel, setFilter, setSelectedId } = workspace;
  const isRestored = useRef(false);

  useEffect(() => {
    isRestored.current = false;
    const done = () => {
      isRestored.current = true;
    };
    recall({ userId, assignmentId }).then((memory) => {
      const { view } = memory ?? {};
      if (view) {
        setPanel(view.panel);
        setFilter(view.filter);
        // What was chosen while this was being read stays.
        setSelectedId((now) => now ?? view.selectedId);
        if (view.selectedId) pieceOf(frame.current, view.selectedId);
        const rect = view.top && rectAt(frame.current, view.top);
        // What the browser restored by itself, as on a reload, is as good.
        if (rect && window.scrollY === 0) window.scrollTo({ top: rect.top - topPx });
      }
      done();
    }, done);
  }, [userId, assignmentId, frame, setPanel, setFilter, setSelectedId]);

  useEffect(() => {
    const keep = () => {
      if (!isRestored.current) return;
      const box = frame.current?.getBoundingClientRect();
      const top = box && window.scrollY > 0 ? topOfView(box) : null;
      const view = { panel, filter, selectedId, top };
      // Without storage the outbox says so.
      remember({ userId, assignmentId }, { view }).catch(() => undefined);
    };
    let timer = setTimeout(keep, restMs);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, restMs);
    };
    window.addEventListener("scroll", later, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", later);
    };
  }, [userId, assignmentId, frame, panel, filter, selectedId]);
}
