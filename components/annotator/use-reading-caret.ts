"use client";

import { type RefObject, useCallback, useRef, useState } from "react";

import type { SpokenUnit } from "@/lib/domain/annotation/spoken-place";

import { readCaret, selectInSegment } from "@/lib/client/text-selection";
import type { KeyStroke } from "./use-loose-keys";

type Place = { left: number; top: number; height: number };

/**
 * Moves a caret through the article by keyboard, with the browser's own idea of characters, words
 * and lines. The caret is drawn beside the text, because nothing but text may be in it.
 */
export function useReadingCaret(frame: RefObject<HTMLElement | null>) {
  const [place, setPlace] = useState<Place | null>(null);
  // A field takes the selection, and with it the caret, to itself.
  const last = useRef<ReturnType<typeof readCaret>>(null);

  const draw = useCallback(() => {
    const selection = window.getSelection();
    const box = frame.current?.getBoundingClientRect();
    const node = selection?.focusNode;
    if (!selection || !box || !node || !frame.current?.contains(node)) return setPlace(null);
    last.current = readCaret(selection);
    const range = document.createRange();
    range.setStart(node, selection.focusOffset);
    const rect = range.getClientRects()[0];
    if (!rect) return setPlace(null);
    setPlace({ left: rect.left - box.left, top: rect.top - box.top, height: rect.height });
  }, [frame]);

  /** Puts the caret where it was last, or at the start of the text, unless it is in it already. */
  const enter = useCallback(
    (text: HTMLElement | null) => {
      const selection = window.getSelection();
      if (text && selection && !text.contains(selection.focusNode)) {
        const { segment, offset } = last.current ?? { segment: "body" as const, offset: 0 };
        const there = { segment, start: offset, end: offset };
        selectInSegment(frame.current, there, { isScrolledTo: false });
      }
      draw();
    },
    [draw, frame],
  );

  /** @returns what the key moved the caret by, or null if it is no such key */
  const move = useCallback(
    (event: KeyStroke): SpokenUnit | null => {
      const step = stepOf(event);
      const selection = window.getSelection();
      if (!step || !selection) return null;
      selection.modify(event.shiftKey ? "extend" : "move", step.direction, step.unit);
      selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
      draw();
      return step.spoken;
    },
    [draw],
  );

  return { place, enter, move, leave: () => setPlace(null) };
}

type Step = { direction: string; unit: string; spoken: SpokenUnit };

function stepOf(event: KeyStroke): Step | null {
  const byWord = event.ctrlKey || event.metaKey;
  const across = byWord ? "word" : event.altKey ? "sentence" : "character";
  // A line is where the screen breaks it; what is heard is the sentence there.
  const along = byWord
    ? ({ unit: "paragraph", spoken: "paragraph" } as const)
    : ({ unit: "line", spoken: "sentence" } as const);
  switch (event.key) {
    case "ArrowLeft":
      return { direction: event.altKey ? "backward" : "left", unit: across, spoken: across };
    case "ArrowRight":
      return { direction: event.altKey ? "forward" : "right", unit: across, spoken: across };
    case "ArrowUp":
      return { direction: "backward", ...along };
    case "ArrowDown":
      return { direction: "forward", ...along };
    case "Home":
      return { direction: "backward", unit: "lineboundary", spoken: "word" };
    case "End":
      return { direction: "forward", unit: "lineboundary", spoken: "word" };
    default:
      return null;
  }
}
