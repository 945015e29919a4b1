"use client";

import { useMemo, useRef, useState } from "react";

import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { ArticleGold, GoldSpanView } from "@/lib/contracts/gold";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import type { SegmentName } from "@/lib/domain/spans/span";
import { SegmentView } from "../annotator/segment-view";
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
  const { article, spans, history, nWaiting } = gold;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const styles = useMemo(() => stylesByTag(codebook), [codebook]);
  const bySegment = useMemo(() => {
    const of = (segment: SegmentName) =>
      spans.filter((span) => span.segment === segment && drawn.has(span.outcome));
    return { title: of("title"), body: of("body") };
  }, [spans]);
  const language = article.language === "und" ? undefined : article.language;

  function select({ id, segment }: GoldSpanView) {
    setSelectedId(id);
    const text = segment === "title" ? titleRef.current : bodyRef.current;
    text?.querySelector(`[data-span-ids~="${id}"]`)?.scrollIntoView({ block: "center" });
  }

  const lists = { projectId, mayReview, selectedId, styles, onSelect: select };
  return (
    <>
      <PageHeading title="Gold">
        What stands for this article, and where each span came from.
      </PageHeading>
      {nWaiting > 0 && (
        <div className="mb-4">
          <StatusNote tone="warning" title={`${nWaiting} still to be decided`}>
            Gold of this article isn&apos;t complete yet.
          </StatusNote>
        </div>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <article lang={language} className="min-w-0">
          <h2
            ref={titleRef}
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
        <div className="grid min-w-0 gap-8">
          <GoldList title="In force" spans={spans} {...lists} />
          <GoldList title="Out of use" spans={history} {...lists} />
        </div>
      </div>
    </>
  );
}
