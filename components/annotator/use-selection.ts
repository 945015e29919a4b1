"use client";

import { useSyncExternalStore } from "react";

import { type RawSelection, readCaret, readSelection } from "@/lib/client/text-selection";
import type { ReadingContext } from "@/lib/domain/annotation/check-operation";
import type { SegmentName, TextRange } from "@/lib/domain/spans/span";
import { snapRange, type Snapping } from "@/lib/domain/text/snap-range";
import { wordAtCaret } from "@/lib/domain/text/words";

/** What is selected and waits for a tag; code points. */
export type Draft = TextRange & { segment: SegmentName; quote: string };

/** A raw selection as a span's place: snapped, trimmed, and counted in code points. */
export function toDraft(
  { texts, language }: Pick<ReadingContext, "texts" | "language">,
  { segment, start, end }: RawSelection,
  snapping: Snapping,
): Draft | null {
  const index = texts[segment];
  const range = snapRange(index.text, { start, end }, snapping, language);
  if (!range) return null;
  return {
    segment,
    start: index.toCodePoint(range.start),
    end: index.toCodePoint(range.end),
    quote: index.text.slice(range.start, range.end),
  };
}

/** What a tag would be given to now: what is selected, or the word at the caret; null where neither is. */
export function readDraft(context: ReadingContext, snapping: Snapping): Draft | null {
  const selection = window.getSelection();
  const at = readCaret(selection);
  const { texts, language } = context;
  const word = at && wordAtCaret(texts[at.segment].text, at.offset, language);
  const raw = readSelection(selection) ?? (at && word ? { segment: at.segment, ...word } : null);
  return raw && toDraft(context, raw, snapping);
}

/** The draft, widened to what its tag likes to take: a whole sentence for background, say. */
export function widenDraft(
  context: ReadingContext,
  draft: Draft,
  snapping: Snapping | undefined,
): Draft {
  if (!snapping) return draft;
  const index = context.texts[draft.segment];
  const raw = { start: index.toUtf16(draft.start), end: index.toUtf16(draft.end) };
  return toDraft(context, { segment: draft.segment, ...raw }, snapping) ?? draft;
}

/** Whether article text is selected right now, for the button that touch screens need. */
export function useHasSelection(): boolean {
  // Asked anew with each drawing: where a drawing takes the selected nodes away, browsers send no event.
  return useSyncExternalStore(subscribeToSelection, hasSelection, () => false);
}

function hasSelection(): boolean {
  return readSelection(window.getSelection()) !== null;
}

function subscribeToSelection(listener: () => void): () => void {
  document.addEventListener("selectionchange", listener);
  return () => document.removeEventListener("selectionchange", listener);
}
