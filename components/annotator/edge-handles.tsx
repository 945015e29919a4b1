"use client";

import { type PointerEvent, useLayoutEffect, useState } from "react";

import { offsetAtPoint } from "@/lib/client/text-selection";
import { toDraft } from "./use-selection";
import type { Workspace } from "./use-workspace";

type Spot = { left: number; top: number; height: number };
type Spots = { start: Spot; end: Spot };

/** Handles at both edges of the selected span, to be dragged by mouse, pen or finger. */
export function EdgeHandles({ workspace }: { workspace: Workspace }) {
  const { selected, isReadOnly, frame } = workspace;
  const [spots, setSpots] = useState<Spots | null>(null);

  useLayoutEffect(() => {
    const box = frame.current;
    if (!selected || isReadOnly || !box) return setSpots(null);
    const place = () => setSpots(findSpots(box, selected.id));
    place();
    const observer = new ResizeObserver(place);
    observer.observe(box);
    return () => observer.disconnect();
  }, [selected, isReadOnly, frame]);

  if (!selected || !spots) return null;

  function drop(edge: "start" | "end", event: PointerEvent) {
    const at = offsetAtPoint(event.clientX, event.clientY);
    if (!selected || at?.segment !== selected.segment) return;
    const { context } = workspace.layer;
    const index = context.texts[selected.segment];
    const now = { start: index.toUtf16(selected.start), end: index.toUtf16(selected.end) };
    const raw = { ...now, [edge]: at.offset };
    if (raw.start >= raw.end) return;
    const draft = toDraft(context, { segment: selected.segment, ...raw }, workspace.snapping);
    if (!draft) return;
    const { start, end, quote } = draft;
    const { id: spanId, revision: baseRevision } = selected;
    const change = { kind: "resize" as const, spanId, baseRevision, start, end, quote };
    workspace.perform(change, "edgeNow", { quote });
  }

  return (["start", "end"] as const).map((edge) => (
    <span
      key={edge}
      // Keys and buttons move edges as well; this is for whoever points.
      aria-hidden="true"
      data-edge={edge}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        event.currentTarget.style.visibility = "hidden";
        drop(edge, event);
        event.currentTarget.style.visibility = "";
      }}
      onClick={(event) => event.stopPropagation()}
      className="absolute z-10 w-6 -translate-x-1/2 cursor-ew-resize touch-none after:absolute after:top-0 after:left-1/2 after:h-full after:w-1 after:-translate-x-1/2 after:rounded-full after:bg-accent"
      style={spots[edge]}
    />
  ));
}

function findSpots(box: HTMLElement, id: string): Spots | null {
  const pieces = [...box.querySelectorAll(`[data-span-ids~="${CSS.escape(id)}"]`)];
  const first = pieces[0]?.getClientRects()[0];
  const last = [...(pieces.at(-1)?.getClientRects() ?? [])].at(-1);
  if (!first || !last) return null;
  const isRtl = getComputedStyle(pieces[0] ?? box).direction === "rtl";
  const frame = box.getBoundingClientRect();
  const spot = (rect: DOMRect, x: number) => ({
    left: x - frame.left,
    top: rect.top - frame.top,
    height: rect.height,
  });
  return {
    start: spot(first, isRtl ? first.right : first.left),
    end: spot(last, isRtl ? last.left : last.right),
  };
}
