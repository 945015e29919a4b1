import type { SegmentName, TextRange } from "@/lib/domain/spans/span";

/** A selection inside one segment, in UTF-16 offsets: the DOM's unit, converted by the caller. */
export type RawSelection = TextRange & { segment: SegmentName };

/**
 * What is selected in the article, read from the DOM and never changing it.
 *
 * Relies on containers marked `data-segment` holding the segment's text and nothing else. Where a
 * selection leaves its segment, as a triple click does, it is cut off at the segment's edge.
 * Cost: linear in the text before the selection.
 */
export function readSelection(selection: Selection | null): RawSelection | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const container = segmentOf(range.startContainer) ?? segmentOf(range.endContainer);
  if (!container) return null;
  const text = container.textContent;
  const start = container.contains(range.startContainer)
    ? offsetIn(container, range.startContainer, range.startOffset)
    : 0;
  const end = container.contains(range.endContainer)
    ? offsetIn(container, range.endContainer, range.endOffset)
    : text.length;
  const segment = container.dataset.segment === "title" ? "title" : "body";
  return start < end ? { segment, start, end } : null;
}

/** Where a collapsed selection stands, or its moving end. */
export function readCaret(
  selection: Selection | null,
): { segment: SegmentName; offset: number } | null {
  const node = selection?.focusNode;
  const container = node && segmentOf(node);
  if (!container) return null;
  return {
    segment: container.dataset.segment === "title" ? "title" : "body",
    offset: offsetIn(container, node, selection.focusOffset),
  };
}

function segmentOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("[data-segment]") ?? null;
}

function offsetIn(container: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(container);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** Selects a range (UTF-16) of a segment under `root`; unless told otherwise, brings it into view. */
export function selectInSegment(
  root: HTMLElement | null,
  place: RawSelection,
  { isScrolledTo = true } = {},
): void {
  const container = root?.querySelector(`[data-segment=${place.segment}]`);
  const end = container && pointAt(container, place.end);
  const start = place.start < place.end && container ? startAt(container, place.start) : end;
  if (!start || !end) return;
  if (isScrolledTo) scrollTo(start);
  window.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/** Puts the caret (UTF-16) into a segment under `root`, or the moving end of what is selected. */
export function moveCaret(
  root: HTMLElement | null,
  { segment, offset }: { segment: SegmentName; offset: number },
  isExtending = false,
): void {
  const container = root?.querySelector(`[data-segment=${segment}]`);
  const point = container && (startAt(container, offset) ?? pointAt(container, offset));
  const selection = window.getSelection();
  if (!point || !selection) return;
  const { anchorNode, anchorOffset } = selection;
  if (!isExtending || !anchorNode) selection.collapse(point.node, point.offset);
  else selection.setBaseAndExtent(anchorNode, anchorOffset, point.node, point.offset);
}

/** Brings a point into view, also in a paragraph that is taller than the window. */
function scrollTo({ node, offset }: Point): void {
  node.parentElement?.scrollIntoView({ block: "center" });
  const range = document.createRange();
  range.setStart(node, offset);
  const { top, bottom, height } = range.getBoundingClientRect();
  const isInView = height === 0 || (top >= 0 && bottom <= window.innerHeight);
  if (!isInView) window.scrollBy({ top: (top + bottom - window.innerHeight) / 2 });
}

/** Where an offset (UTF-16) of a segment is on the screen, or null where it isn't drawn. */
export function rectAt(
  root: HTMLElement | null,
  { segment, offset }: { segment: SegmentName; offset: number },
): DOMRect | null {
  const container = root?.querySelector(`[data-segment=${segment}]`);
  const at = container && pointAt(container, offset);
  if (!at) return null;
  const range = document.createRange();
  range.setStart(at.node, at.offset);
  return range.getClientRects()[0] ?? null;
}

type Point = { node: Node; offset: number };

/** Between two nodes, it is at the end of the earlier. */
function pointAt(container: Element, offset: number): Point | null {
  return offset === 0 ? startAt(container, 0) : pointAfter(container, offset - 1);
}

/** Between two nodes, it is at the start of the later. */
function startAt(container: Element, offset: number): Point | null {
  const before = pointAfter(container, offset);
  return before && { node: before.node, offset: before.offset - 1 };
}

/** Behind the character (UTF-16 unit) at an offset, in the node that holds it. */
function pointAfter(container: Element, at: number): Point | null {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left < length) return { node, offset: left + 1 };
    left -= length;
  }
  return null;
}

/** The UTF-16 offset under a point of the screen, or null outside the article. */
export function offsetAtPoint(
  x: number,
  y: number,
): { segment: SegmentName; offset: number } | null {
  const found = caretAt(x, y);
  const container = found && segmentOf(found.node);
  if (!container) return null;
  return {
    segment: container.dataset.segment === "title" ? "title" : "body",
    offset: offsetIn(container, found.node, found.offset),
  };
}

type CaretFinder = {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

// Browsers have one of two functions for it; none has to have both.
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  const finder: CaretFinder = document;
  const position = finder.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = finder.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
