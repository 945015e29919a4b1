"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type PointerEvent, useRef } from "react";

import { moveCaret, offsetAtPoint, readCaret } from "@/lib/client/text-selection";
import { ArticleText } from "./article-text";
import { EdgeHandles } from "./edge-handles";
import { LinkLines } from "./link-lines";
import { isOnStack, spanUnder } from "./span-dom";
import type { useReadingCaret } from "./use-reading-caret";
import type { Workspace } from "./use-workspace";

type ReadingFrameProps = { workspace: Workspace; caret: ReturnType<typeof useReadingCaret> };

/** The article, to be read and marked with mouse, finger or keys. */
export function ReadingFrame({ workspace, caret }: ReadingFrameProps) {
  const { assignment, frame, picking, selectedId, styles } = workspace;
  const t = useTranslations("annotator.screen");
  const titleRef = useRef<HTMLHeadingElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);

  function handleClick({ target }: MouseEvent) {
    if (window.getSelection()?.isCollapsed === false) return;
    workspace.clickText(spanUnder(target, selectedId, workspace.shownSpans));
  }

  /** A selection that begins in the text may end anywhere. */
  function watchSelecting({ pointerType }: PointerEvent) {
    if (pointerType === "touch") return;
    const end = ({ clientX, clientY }: globalThis.PointerEvent) => {
      const selection = window.getSelection();
      if (!selection || selection.isCollapsed) return;
      const box = frame.current?.getBoundingClientRect();
      if (box && !readCaret(selection)) {
        const x = Math.min(Math.max(clientX, box.left + 1), box.right - 1);
        const y = Math.min(Math.max(clientY, box.top + 1), box.bottom - 1);
        const nearest = offsetAtPoint(x, y);
        if (nearest) moveCaret(frame.current, nearest, true);
      }
      workspace.startTagging();
    };
    document.addEventListener("pointerup", end, { once: true });
  }

  return (
    <div
      ref={frame}
      role="application"
      aria-label={t("text")}
      tabIndex={0}
      onPointerDown={watchSelecting}
      onMouseDown={(event) => {
        // Quick clicks go through a stack of spans, where the browser would select a word.
        const { detail, target } = event;
        if (detail > 1 && isOnStack(target, selectedId)) event.preventDefault();
      }}
      onClick={handleClick}
      onFocus={({ target }) => {
        // A click puts focus here as well, but wants no caret.
        if (target === frame.current && target.matches(":focus-visible")) {
          caret.enter(bodyRef.current);
        }
      }}
      onBlur={caret.leave}
      className="relative rounded-lg outline-offset-8"
    >
      <ArticleText
        article={assignment.article}
        spans={workspace.shownSpans}
        draft={picking?.draft ?? null}
        {...{ selectedId, styles, titleRef, bodyRef }}
      />
      {caret.place && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute w-0.5 bg-accent"
          style={caret.place}
        />
      )}
      <LinkLines workspace={workspace} />
      <EdgeHandles workspace={workspace} />
    </div>
  );
}
