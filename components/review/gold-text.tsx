"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type RefObject, useMemo, useRef } from "react";

import { readSelection } from "@/lib/client/text-selection";
import type { ArticleGold } from "@/lib/contracts/gold";
import type { SegmentName } from "@/lib/domain/spans/span";
import { SegmentView } from "../annotator/segment-view";
import { spanUnder } from "../annotator/span-dom";
import { toDraft } from "../annotator/use-selection";
import type { FamilyStyle } from "../codebook/tag-style";
import type { OwnVersion, Place } from "./use-own-version";

type GoldTextProps = {
  textRef: RefObject<HTMLElement | null>;
  gold: ArticleGold;
  styles: ReadonlyMap<string, FamilyStyle>;
  selectedId: string | null;
  /** The reviewer's own span on its way to gold; outlined. */
  own: OwnVersion;
  onOpen: (spanId: string) => void;
  /** Words were dragged over; null where the reader may not add to gold. */
  onSelect: ((place: Place) => void) | null;
};

/** What was turned down or left open is kept, but isn't gold to be drawn. */
const drawn = new Set(["unanimous", "accept", "edit", "add", "both_defensible"]);
const ownId = "missed";

/** An article's text with its gold drawn in. */
export function GoldText(props: GoldTextProps) {
  const { textRef, gold, styles, own, onOpen, onSelect } = props;
  const t = useTranslations("review.gold");
  const { article, spans } = gold;
  const titleRef = useRef<HTMLHeadingElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const { active, texts } = own;
  const selectedId = active ? ownId : props.selectedId;
  const bySegment = useMemo(() => {
    const of = (segment: SegmentName) => [
      ...spans.filter((span) => span.segment === segment && drawn.has(span.outcome)),
      ...(active?.segment === segment ? [{ ...active, id: ownId }] : []),
    ];
    return { title: of("title"), body: of("body") };
  }, [spans, active]);
  const language = article.language === "und" ? undefined : article.language;

  function takeSelection() {
    const raw = onSelect && readSelection(window.getSelection());
    const place = raw && toDraft({ texts, language: article.language }, raw, "word");
    if (place) onSelect?.(place);
  }

  /** Clicking where several overlap goes on from one to the next. */
  function openOrigin({ target }: MouseEvent) {
    if (onSelect && readSelection(window.getSelection())) return;
    const all = [...bySegment.title, ...bySegment.body];
    const id = spanUnder(
      target,
      selectedId,
      all.map((span) => ({ ...span, revision: 0 })),
    );
    if (id && id !== ownId) onOpen(id);
  }

  return (
    <article
      ref={textRef}
      lang={language}
      aria-label={t("text")}
      className="min-w-0"
      onClick={openOrigin}
      onPointerUp={takeSelection}
      onKeyUp={({ key, shiftKey }) => {
        if (key === "Shift" || (shiftKey && key.startsWith("Arrow"))) takeSelection();
      }}
    >
      <h2
        ref={titleRef}
        data-segment="title"
        dir="auto"
        className="mb-4 font-serif text-2xl leading-[1.5] font-semibold break-words whitespace-pre-wrap"
      >
        <SegmentView
          container={titleRef}
          text={article.title}
          spans={bySegment.title}
          {...{ selectedId, styles }}
        />
      </h2>
      <div
        ref={bodyRef}
        data-segment="body"
        className="font-serif text-lg leading-[2] break-words whitespace-pre-wrap"
      >
        <SegmentView
          container={bodyRef}
          text={article.body}
          spans={bySegment.body}
          {...{ selectedId, styles }}
        />
      </div>
    </article>
  );
}
