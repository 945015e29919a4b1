"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { type MouseEvent, useMemo, useRef, useState } from "react";

import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { ArticleGold, GoldSpanView } from "@/lib/contracts/gold";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import type { SegmentName } from "@/lib/domain/spans/span";
import { SegmentView } from "../annotator/segment-view";
import { pieceOf, spanUnder } from "../annotator/span-dom";
import { stylesByTag } from "../codebook/tag-style";
import { GoldList } from "./gold-list";

type GoldScreenProps = {
  projectId: string;
  gold: ArticleGold;
  codebook: Codebook;
  /** Whether the reader may open the disagreements that gold came from. */
  mayReview: boolean;
};

/** What was turned down or left open is kept, but isn't gold to be drawn. */
const drawn = new Set(["unanimous", "accept", "edit", "add", "both_defensible"]);

/** An article with its gold drawn in, and where each span of it came from. */
export function GoldScreen({ projectId, gold, codebook, mayReview }: GoldScreenProps) {
  const t = useTranslations("review.gold");
  const { article, spans, history, nWaiting } = gold;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const textRef = useRef<HTMLElement>(null);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const styles = useMemo(() => stylesByTag(codebook), [codebook]);
  const bySegment = useMemo(() => {
    const of = (segment: SegmentName) =>
      spans.filter((span) => span.segment === segment && drawn.has(span.outcome));
    return { title: of("title"), body: of("body") };
  }, [spans]);
  const language = article.language === "und" ? undefined : article.language;

  function select({ id }: GoldSpanView) {
    setSelectedId(id);
    pieceOf(textRef.current, id)?.scrollIntoView({ block: "center" });
  }

  /** Clicking where several overlap goes on from one to the next. */
  function openOrigin({ target }: MouseEvent) {
    const all = [...bySegment.title, ...bySegment.body];
    const id = spanUnder(
      target,
      selectedId,
      all.map((span) => ({ ...span, revision: 0 })),
    );
    if (!id) return;
    setSelectedId(id);
    const entry = document.querySelector<HTMLElement>(`[data-gold="${id}"]`);
    entry?.scrollIntoView({ block: "nearest" });
    entry?.querySelector("button")?.focus({ preventScroll: true });
  }

  const lists = { projectId, mayReview, selectedId, styles, onSelect: select };
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      {nWaiting > 0 && (
        <div className="mb-4">
          <StatusNote tone="warning" title={t("waiting", { count: nWaiting })}>
            {t("waitingNote")}{" "}
            {mayReview && (
              <Link
                href={`/projects/${projectId}/review?status=&article=${article.id}`}
                className="underline underline-offset-4"
              >
                {t("toReview")}
              </Link>
            )}
          </StatusNote>
        </div>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <article
          ref={textRef}
          lang={language}
          aria-label={t("text")}
          className="min-w-0"
          onClick={openOrigin}
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
        <div className="grid min-w-0 gap-8 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
          <p className="text-sm text-muted">{t("textHint")}</p>
          <GoldList title={t("inForce")} spans={spans} {...lists} />
          <GoldList title={t("outOfUse")} spans={history} {...lists} />
        </div>
      </div>
    </>
  );
}
