"use client";

import { type PointerEvent, useLayoutEffect, useRef, useState } from "react";

import { offsetAtPoint, selectInSegment } from "@/lib/client/text-selection";
import { toDraft } from "./use-selection";
import type { Workspace } from "./use-workspace";

type Spot = { left: number; top: number; height: number };
type Spots = { start: Spot; end: Spot };

type Edge = "start" | "end";
/**
 * From where the finger holds a handle to the middle of the line that the edge stands in, and where
 * it went down.
 */
type Grab = { x: number; y: number; from: { x: number; y: number }; isMoved: boolean };
/** Less than this is a tap. */
const leastDragPx = 3;

/**
 * Both edges of the selected span, with handles to drag them by mouse, pen or finger where it can be
 * changed. The grips stand above and below the line, so that the words can still be selected.
 */
export function EdgeHandles({ workspace }: { workspace: Workspace }) {
  const { selected, isReadOnly, frame } = workspace;
  const [spots, setSpots] = useState<Spots | null>(null);
  const grab = useRef<Grab | null>(null);

  useLayoutEffect(() => {
    const box = frame.current;
    if (!selected || !box) return setSpots(null);
    const place = () => setSpots(findSpots(box, selected.id));
    place();
    const observer = new ResizeObserver(place);
    observer.observe(box);
    return () => observer.disconnect();
  }, [selected, frame]);

  if (!selected || !spots) return null;

  /** The span's place (UTF-16) with the edge where it is dragged to, or null outside the text. */
  function draggedTo(edge: Edge, { clientX, clientY }: PointerEvent) {
    const { x, y } = grab.current ?? { x: 0, y: 0 };
    const at = offsetAtPoint(clientX + x, clientY + y);
    if (!selected || at?.segment !== selected.segment) return null;
    const index = workspace.layer.context.texts[selected.segment];
    const now = { start: index.toUtf16(selected.start), end: index.toUtf16(selected.end) };
    const raw = { segment: selected.segment, ...now, [edge]: at.offset };
    return raw.start < raw.end ? raw : null;
  }

  function take(edge: Edge, event: PointerEvent<HTMLElement>) {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = frame.current?.getBoundingClientRect();
    const spot = spots?.[edge];
    if (!box || !spot) return;
    grab.current = {
      x: box.left + spot.left - event.clientX,
      y: box.top + spot.top + spot.height / 2 - event.clientY,
      from: { x: event.clientX, y: event.clientY },
      isMoved: false,
    };
  }

  function preview(edge: Edge, event: PointerEvent<HTMLElement>) {
    const held = grab.current;
    if (!held || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { x, y } = held.from;
    held.isMoved ||= Math.hypot(event.clientX - x, event.clientY - y) >= leastDragPx;
    if (!held.isMoved) return;
    const raw = draggedTo(edge, event);
    if (raw) selectInSegment(frame.current, raw, { isScrolledTo: false });
  }

  function letGo() {
    grab.current = null;
    const selection = window.getSelection();
    if (selection && selection.rangeCount > 0) selection.collapseToEnd();
  }

  function drop(edge: Edge, event: PointerEvent) {
    // A selection that ends over a grip is not the grip's.
    if (!grab.current) return;
    event.stopPropagation();
    const raw = grab.current.isMoved ? draggedTo(edge, event) : null;
    letGo();
    const draft = raw && toDraft(workspace.layer.context, raw, workspace.snapping);
    if (!selected || !draft) return;
    const { start, end, quote } = draft;
    if (start === selected.start && end === selected.end) return;
    const { id: spanId, revision: baseRevision } = selected;
    const change = { kind: "resize" as const, spanId, baseRevision, start, end, quote };
    workspace.perform(change, "edgeNow", { quote });
  }

  return (["start", "end"] as const).map((edge) => {
    const { left, top, height } = spots[edge];
    return (
      // Keys and buttons move edges as well; this is for whoever points.
      <span key={edge} aria-hidden="true">
        <span
          className="pointer-events-none absolute z-10 w-0.5 -translate-x-1/2 rounded-full bg-accent"
          style={{ left, top, height }}
        />
        {!isReadOnly && (
          <span
            data-edge={edge}
            onPointerDown={(event) => take(edge, event)}
            onPointerMove={(event) => preview(edge, event)}
            onPointerUp={(event) => drop(edge, event)}
            onPointerCancel={letGo}
            onClick={(event) => event.stopPropagation()}
            className="absolute z-10 size-6 -translate-x-1/2 cursor-ew-resize touch-none after:absolute after:left-1/2 after:size-3 after:-translate-x-1/2 after:rounded-full after:border-2 after:border-surface after:bg-accent data-[edge=end]:after:top-0 data-[edge=start]:after:bottom-0"
            style={{ left, top: edge === "start" ? top - 24 : top + height }}
          />
        )}
      </span>
    );
  });
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
