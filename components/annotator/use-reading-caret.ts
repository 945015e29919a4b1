"use client";

import { type RefObject, useCallback, useRef, useState } from "react";

import { moveCaret, readCaret, selectInSegment } from "@/lib/client/text-selection";
import type { ReadingContext } from "@/lib/domain/annotation/check-operation";
import type { SpokenUnit } from "@/lib/domain/annotation/spoken-place";
import type { SegmentName } from "@/lib/domain/spans/span";
import { stepByUnit } from "@/lib/domain/text/caret-steps";
import type { KeyStroke } from "./use-loose-keys";

type Place = { left: number; top: number; height: number };

type InText = { segment: SegmentName; offset: number };

/**
 * Moves a caret through the article by keyboard, with the browser's own idea of characters, words
 * and lines, and ours of sentences and paragraphs; it never leaves the article. The caret is drawn
 * beside the text, because nothing but text may be in it.
 */
export function useReadingCaret(
  frame: RefObject<HTMLElement | null>,
  { texts, language }: Pick<ReadingContext, "texts" | "language">,
) {
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
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      const from = readCaret(selection);
      const to = from && placeAfter(texts, from, step, language);
      if (to) moveCaret(frame.current, to, event.shiftKey);
      else selection.modify(event.shiftKey ? "extend" : "move", step.direction, step.unit);
      if (!readCaret(selection) && anchorNode && focusNode) {
        // Beyond the article the browser would go on, into the page around it.
        selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
        const isLine = step.unit === "line";
        if (isLine) moveCaret(frame.current, endOf(texts, step.direction), event.shiftKey);
      }
      selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
      draw();
      return step.spoken;
    },
    [draw, frame, texts, language],
  );

  return { place, enter, move, draw, leave: () => setPlace(null) };
}

/** Where a step leads that isn't the browser's, or null. */
function placeAfter(
  texts: ReadingContext["texts"],
  { segment, offset }: InText,
  { direction, unit }: Step,
  language = "und",
): InText | null {
  if (unit === "article") return endOf(texts, direction);
  if (unit !== "sentence" && unit !== "paragraph") return null;
  const { text } = texts[segment];
  if (direction === "forward") {
    const to = stepByUnit(text, offset, unit, "forward", language);
    if (segment === "title" && to >= text.length) return { segment: "body", offset: 0 };
    return { segment, offset: to };
  }
  if (segment === "body" && offset === 0) {
    const title = texts.title.text;
    const to = stepByUnit(title, title.length, unit, "backward", language);
    return { segment: "title", offset: to };
  }
  return { segment, offset: stepByUnit(text, offset, unit, "backward", language) };
}

function endOf({ body }: ReadingContext["texts"], direction: string): InText {
  return direction === "forward"
    ? { segment: "body", offset: body.text.length }
    : { segment: "title", offset: 0 };
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
      return { direction: "backward", unit: byWord ? "article" : "lineboundary", spoken: "word" };
    case "End":
      return { direction: "forward", unit: byWord ? "article" : "lineboundary", spoken: "word" };
    default:
      return null;
  }
}
