"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";

import { readSelection } from "@/lib/client/text-selection";
import type { DisagreementDetail } from "@/lib/contracts/review";
import { contextAround, sentencesAround } from "@/lib/domain/review/context-around";
import type { SegmentName, TextRange } from "@/lib/domain/spans/span";
import { toDraft } from "../annotator/use-selection";
import type { FamilyStyle } from "../codebook/tag-style";
import { type LaneSpan, LanedText } from "./laned-text";
import type { OwnVersion, Place } from "./use-own-version";

export const extents = ["sentence", "paragraph", "article"] as const;
export type Extent = (typeof extents)[number];

type CaseTextProps = {
  disagreement: DisagreementDetail;
  texts: OwnVersion["texts"];
  extent: Extent;
  /** Every version's spans, each version in its lane. */
  spans: readonly LaneSpan[];
  nLanes: number;
  styles: ReadonlyMap<string, FamilyStyle>;
  highlighted: number | null;
  onSelect: (place: Place) => void;
};

/** The text of a case with every version drawn in its own line; words dragged over are marked. */
export function CaseText(props: CaseTextProps) {
  const { disagreement, texts, extent, spans, nLanes, styles, highlighted, onSelect } = props;
  const t = useTranslations("review.case");
  const { segment, article } = disagreement;
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (extent === "article")
      box.current?.querySelector("mark")?.scrollIntoView({ block: "center" });
  }, [extent]);

  function shownOf(name: SegmentName): TextRange | null {
    const index = texts[name];
    if (extent === "article") return { start: 0, end: index.length };
    if (name !== segment) return null;
    // What a reviewer marks farther away is shown as well.
    const here = spans.filter((span) => span.segment === name);
    const range = {
      start: Math.min(disagreement.start, ...here.map(({ start }) => start)),
      end: Math.max(disagreement.end, ...here.map(({ end }) => end)),
    };
    return extent === "sentence"
      ? sentencesAround(index, range, article.language)
      : contextAround(index, range);
  }
  const shown = { title: shownOf("title"), body: shownOf("body") };

  function takeSelection() {
    const raw = readSelection(window.getSelection());
    const from = raw && shown[raw.segment];
    if (!raw || !from) return;
    const base = texts[raw.segment].toUtf16(from.start);
    const inSegment = { ...raw, start: raw.start + base, end: raw.end + base };
    const place = toDraft({ texts, language: article.language }, inSegment, "word");
    if (place) onSelect(place);
  }

  function handleKeyUp({ key, shiftKey }: KeyboardEvent) {
    if (key === "Shift" || (shiftKey && key.startsWith("Arrow"))) takeSelection();
  }

  const language = article.language === "und" ? undefined : article.language;
  return (
    <div
      ref={box}
      lang={language}
      role="group"
      aria-label={t("text")}
      className="max-w-[50rem]"
      onPointerUp={takeSelection}
      onKeyUp={handleKeyUp}
    >
      {(["title", "body"] as const).map((name) => {
        const range = shown[name];
        if (!range) return null;
        return (
          <p
            key={name}
            dir="auto"
            data-segment={name}
            className={`font-serif text-lg break-words whitespace-pre-wrap ${
              name === "title" ? "mb-4 text-xl font-semibold" : ""
            }`}
          >
            <LanedText
              index={texts[name]}
              range={range}
              spans={spans.filter((span) => span.segment === name)}
              {...{ nLanes, styles, highlighted }}
            />
          </p>
        );
      })}
    </div>
  );
}
