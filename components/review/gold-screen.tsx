"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";

import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { ArticleGold, GoldSpanView } from "@/lib/contracts/gold";
import { type Codebook, comparedFamilies } from "@/lib/domain/codebook/codebook";
import { pickedTagFor } from "../annotator/commands";
import { pieceOf } from "../annotator/span-dom";
import { TagPicker } from "../annotator/tag-picker";
import { stylesByTag } from "../codebook/tag-style";
import { Link } from "../ui/link";
import { GoldList } from "./gold-list";
import { GoldText } from "./gold-text";
import { MissedPanel } from "./missed-panel";
import { UndoBar } from "./undo-bar";
import { useMissedSpan } from "./use-missed-span";

type GoldScreenProps = {
  projectId: string;
  gold: ArticleGold;
  codebook: Codebook;
  /** Whether the reader may open the disagreements that gold came from, and decide. */
  mayReview: boolean;
};

/** An article with its gold drawn in, where each span of it came from, and what all missed. */
export function GoldScreen({ projectId, gold, codebook, mayReview }: GoldScreenProps) {
  const t = useTranslations("review.gold");
  const { article, spans, history, nWaiting } = gold;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const textRef = useRef<HTMLElement>(null);
  const styles = useMemo(() => stylesByTag(codebook), [codebook]);
  // Families that nobody has to agree on have no gold.
  const offered = useMemo(
    () => ({ ...codebook, families: comparedFamilies(codebook) }),
    [codebook],
  );
  const missed = useMissedSpan(projectId, gold);
  const mayAdd = mayReview && gold.nLayers > 0;

  function select({ id }: GoldSpanView) {
    setSelectedId(id);
    pieceOf(textRef.current, id)?.scrollIntoView({ block: "center" });
  }

  function open(id: string) {
    setSelectedId(id);
    const entry = document.querySelector<HTMLElement>(`[data-gold="${id}"]`);
    entry?.scrollIntoView({ block: "nearest" });
    entry?.querySelector("button")?.focus({ preventScroll: true });
  }

  function choose(tagId: string) {
    missed.choose(tagId);
    window.getSelection()?.removeAllRanges();
    document.getElementById("main")?.focus({ preventScroll: true });
  }

  /** The picker stands elsewhere in the page; its keys come here as those of a child. */
  function pick(event: KeyboardEvent) {
    const picked = missed.place && !event.defaultPrevented && pickedTagFor(event, offered);
    if (!picked) return;
    event.preventDefault();
    choose(picked);
  }

  const lists = { projectId, mayReview, selectedId, styles, onSelect: select };

  function stopAdding() {
    missed.leave();
    // The picker gives its focus to nobody.
    document.getElementById("main")?.focus({ preventScroll: true });
  }

  return (
    <div onKeyDown={pick}>
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
      {mayAdd && <UndoBar projectId={projectId} own={null} />}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <GoldText
          {...{ textRef, gold, styles, selectedId }}
          own={missed.version}
          onOpen={open}
          onSelect={mayAdd ? (place) => missed.begin(place) : null}
        />
        <div className="grid min-w-0 gap-8 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
          <p className="text-sm text-muted">{t("textHint")}</p>
          {mayAdd && (
            <MissedPanel
              {...{ projectId, missed }}
              codebook={offered}
              onBegin={() =>
                missed.begin(
                  null,
                  spans.find(({ id }) => id === selectedId),
                )
              }
            />
          )}
          <GoldList title={t("inForce")} spans={spans} {...lists} />
          <GoldList title={t("outOfUse")} spans={history} {...lists} />
        </div>
      </div>
      <TagPicker
        codebook={offered}
        quote={missed.place?.quote ?? ""}
        anchor={missed.place ? anchorOf(textRef.current) : null}
        isOpen={missed.place !== null}
        problem={null}
        onChoose={choose}
        onClose={stopAdding}
      />
    </div>
  );
}

/** The picker stands beside the words that were dragged over, else beside the text's beginning. */
function anchorOf(text: HTMLElement | null) {
  const selection = window.getSelection();
  if (selection && !selection.isCollapsed && selection.rangeCount > 0) {
    const range = selection.getRangeAt(0);
    if (text?.contains(range.commonAncestorContainer)) return range;
  }
  return text?.querySelector("[data-segment=body] mark, [data-segment=title]") ?? null;
}
