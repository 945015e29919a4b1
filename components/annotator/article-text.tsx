"use client";

import { memo, type RefObject, useMemo } from "react";

import type { AssignmentDetail } from "@/lib/contracts/assignments";
import { tailOf } from "@/lib/domain/spans/list-change";
import type { SegmentName, Span } from "@/lib/domain/spans/span";
import type { DrawnSpan } from "./marked-paragraph";
import { SegmentView } from "./segment-view";
import { draftId } from "./span-dom";
import type { FamilyStyle } from "@/components/codebook/tag-style";
import type { Draft } from "./use-selection";

type ArticleTextProps = {
  article: AssignmentDetail["article"];
  /** In text order. */
  spans: readonly Span[];
  draft: Draft | null;
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
  titleRef: RefObject<HTMLHeadingElement | null>;
  bodyRef: RefObject<HTMLDivElement | null>;
};

/** The very same each time, so that a title without spans isn't looked at again. */
const none: readonly DrawnSpan[] = [];

/** Title and body as they were imported; highlights are a function of text and spans. */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const { article, spans, draft, selectedId, styles, titleRef, bodyRef } = props;
  const drawn = useMemo(() => {
    const inText = (segment: SegmentName, its: readonly DrawnSpan[]): readonly DrawnSpan[] =>
      draft?.segment === segment ? [...its, { ...draft, id: draftId, tagId: null }] : its;
    // In text order the title's spans come first.
    const found = spans.findIndex(({ segment }) => segment === "body");
    const nInTitle = found < 0 ? spans.length : found;
    return {
      title: inText("title", nInTitle === 0 ? none : spans.slice(0, nInTitle)),
      body: inText("body", tailOf(spans, nInTitle)),
    };
  }, [spans, draft]);
  const language = article.language === "und" ? undefined : article.language;

  return (
    <>
      <h1
        ref={titleRef}
        data-segment="title"
        lang={language}
        dir="auto"
        className="mb-6 font-serif text-3xl leading-[1.5] font-semibold break-words whitespace-pre-wrap"
      >
        <SegmentView
          container={titleRef}
          text={article.title}
          spans={drawn.title}
          {...{ selectedId, styles }}
        />
      </h1>
      <div
        ref={bodyRef}
        data-segment="body"
        lang={language}
        className="font-serif text-lg leading-[2] break-words whitespace-pre-wrap"
      >
        <SegmentView
          container={bodyRef}
          text={article.body}
          spans={drawn.body}
          {...{ selectedId, styles }}
        />
      </div>
    </>
  );
});
