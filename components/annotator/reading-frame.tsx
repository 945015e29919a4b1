"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useRef } from "react";

import { ArticleText } from "./article-text";
import { EdgeHandles } from "./edge-handles";
import { LinkLines } from "./link-lines";
import { spanUnder } from "./span-dom";
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

  return (
    <div
      ref={frame}
      role="application"
      aria-label={t("text")}
      tabIndex={0}
      onPointerUp={({ pointerType }) => {
        const isSelecting = window.getSelection()?.isCollapsed === false;
        if (pointerType !== "touch" && isSelecting) workspace.startTagging();
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
