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
