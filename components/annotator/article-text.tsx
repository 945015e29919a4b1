"use client";

import { type RefObject, useMemo } from "react";

import type { AssignmentDetail } from "@/lib/contracts/assignments";
import type { SegmentName, Span } from "@/lib/domain/spans/span";
import type { DrawnSpan } from "./marked-paragraph";
import { SegmentView } from "./segment-view";
import type { FamilyStyle } from "@/components/codebook/tag-style";
import type { Draft } from "./use-selection";

type ArticleTextProps = {
  article: AssignmentDetail["article"];
  spans: readonly Span[];
  draft: Draft | null;
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
  titleRef: RefObject<HTMLHeadingElement | null>;
  bodyRef: RefObject<HTMLDivElement | null>;
};

/** Title and body as they were imported; highlights are a function of text and spans. */
export function ArticleText(props: ArticleTextProps) {
  const { article, spans, draft, selectedId, styles, titleRef, bodyRef } = props;
  const drawn = useMemo(() => {
    const inSegment = (segment: SegmentName): DrawnSpan[] => [
      ...spans.filter((span) => span.segment === segment),
      ...(draft?.segment === segment ? [{ ...draft, id: "draft", tagId: null }] : []),
    ];
    return { title: inSegment("title"), body: inSegment("body") };
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
        <SegmentView text={article.title} spans={drawn.title} {...{ selectedId, styles }} />
      </h1>
      <div
        ref={bodyRef}
        data-segment="body"
        lang={language}
        className="font-serif text-lg leading-[2] break-words whitespace-pre-wrap"
      >
        <SegmentView text={article.body} spans={drawn.body} {...{ selectedId, styles }} />
      </div>
    </>
  );
}
