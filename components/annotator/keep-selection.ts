import { flushSync } from "react-dom";

import { paragraphOf } from "./span-dom";

type Place = { element: Element; offset: number };

/**
 * Runs `redraw`, which changes the nodes of some elements but not their text, and puts the ends of
 * the selection back to where they were in that text.
 */
export function keepSelection(elements: readonly Element[], redraw: () => void): void {
  const selection = window.getSelection();
  const place = (node: Node | null, offset: number): Place | null => {
    const element = node && elements.find((one) => one.contains(node));
    if (!element) return null;
    const before = document.createRange();
    before.selectNodeContents(element);
    before.setEnd(node, offset);
    return { element, offset: before.toString().length };
  };
  if (!selection || selection.rangeCount === 0) return redraw();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const anchor = place(anchorNode, anchorOffset);
  const focus = place(focusNode, focusOffset);
  redraw();
  if (!anchor && !focus) return;
  const [fromNode, from] = anchor ? nodeAt(anchor) : [anchorNode, anchorOffset];
  const [toNode, to] = focus ? nodeAt(focus) : [focusNode, focusOffset];
  if (fromNode && toNode) selection.setBaseAndExtent(fromNode, from, toNode, to);
}

function nodeAt({ element, offset }: Place): [Node, number] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? "";
    if (left <= length) return [node, left];
    left -= length;
  }
  return [element, 0];
}

/** Draws a change at once, and keeps what is selected although its nodes are drawn anew. */
export function redraw(change: () => void): void {
  const { anchorNode, focusNode } = window.getSelection() ?? {};
  const paragraphs = [anchorNode, focusNode].flatMap((node) => paragraphOf(node) ?? []);
  keepSelection(paragraphs, () => flushSync(change));
}

/** Nothing stays selected, but the caret stays where the reading goes on. */
export function releaseSelection(): void {
  const selection = window.getSelection();
  if (selection && selection.rangeCount > 0) selection.collapseToEnd();
}
