"use client";

import { type PointerEvent, useLayoutEffect, useRef, useState } from "react";

import { offsetAtPoint, selectInSegment } from "@/lib/client/text-selection";
import { nextGrapheme, previousGrapheme } from "@/lib/domain/text/graphemes";
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
    const at = offsetBehindGrips(frame.current, clientX + x, clientY + y);
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
    // The other edge stands where somebody put it, whatever is snapped to now.
    const start = edge === "start" ? draft.start : selected.start;
    const end = edge === "end" ? draft.end : selected.end;
    const quote = workspace.layer.context.texts[selected.segment].slice(start, end);
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
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const frame = box.getBoundingClientRect();
  const spot = (piece: Element, edge: Edge) => {
    const character = characterAt(piece, edge);
    const rect = character.getClientRects()[0];
    if (!rect) return null;
    const isRtl = isRightToLeft(character.toString(), piece);
    return {
      left: (isRtl === (edge === "end") ? rect.left : rect.right) - frame.left,
      top: rect.top - frame.top,
      height: rect.height,
    };
  };
  const [start, end] = [spot(first, "start"), spot(last, "end")];
  return start && end && { start, end };
}

/** The first or last character of a piece of text: in mixed directions its box has no edge of its own. */
function characterAt(piece: Element, edge: Edge): Range {
  const text = piece.textContent;
  const whole = document.createRange();
  whole.selectNodeContents(piece);
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  const node = edge === "start" ? nodes[0] : nodes.at(-1);
  const length = node?.textContent?.length ?? 0;
  if (!node || length === 0) return whole;
  const at = edge === "start" ? 0 : previousGrapheme(text, text.length) - (text.length - length);
  const to = edge === "start" ? nextGrapheme(text, 0) : length;
  whole.setStart(node, Math.max(0, at));
  whole.setEnd(node, Math.min(length, to));
  return whole;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Of a letter; of what is none, as the text around it reads. */
function isRightToLeft(character: string, piece: Element): boolean {
  if (/\p{L}/u.test(character)) return rightToLeft.test(character);
  return getComputedStyle(piece).direction === "rtl";
}

/** What lies under a point of the text although a grip is in front of it. */
function offsetBehindGrips(box: HTMLElement | null, x: number, y: number) {
  const grips = [...(box?.querySelectorAll<HTMLElement>("[data-edge]") ?? [])];
  for (const grip of grips) grip.style.pointerEvents = "none";
  const found = offsetAtPoint(x, y);
  for (const grip of grips) grip.style.pointerEvents = "";
  return found;
}
