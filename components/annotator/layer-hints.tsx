"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { selectInSegment } from "@/lib/client/text-selection";
import type { Edit } from "@/lib/client/use-remembered";
import type { OverruledHints } from "@/lib/contracts/assignments";
import { checkCarriedSpans } from "@/lib/domain/annotation/check-carried-spans";
import { checkLayer, type LayerHint } from "@/lib/domain/annotation/check-layer";
import { HintRow } from "./hint-row";
import { HintText } from "./hint-text";
import type { Workspace } from "./use-workspace";

type LayerHintsProps = {
  workspace: Workspace;
  overruled: OverruledHints;
  onOverrule: (edit: Edit<OverruledHints>) => void;
};

const shownAtOnce = 50;

/** Gentle checks by rule; each can be looked at, or overruled with a note. */
export function LayerHints({ workspace, overruled, onOverrule }: LayerHintsProps) {
  const { layer, assignment, isReadOnly } = workspace;
  const t = useTranslations("annotator.hints");
  const summaryRef = useRef<HTMLElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [nShown, setNShown] = useState(shownAtOnce);
  // Advice may come a moment after the stroke that it is about.
  const spans = useDeferredValue(layer.spans);
  const hints = useMemo(
    () => [
      ...checkCarriedSpans(assignment.doubtfulSpans, spans),
      ...checkLayer(layer.context, spans, assignment.article.language),
    ],
    [layer.context, spans, assignment.article.language, assignment.doubtfulSpans],
  );
  const open = hints.filter(({ id }) => overruled[id] === undefined);
  const aside = hints.filter(({ id }) => overruled[id] !== undefined);
  if (isReadOnly || hints.length === 0) return null;

  function show(hint: LayerHint) {
    if (hint.spanId) return workspace.select(hint.spanId);
    if (!hint.place) return;
    const index = layer.context.texts[hint.place.segment];
    selectInSegment(workspace.frame.current, {
      segment: hint.place.segment,
      start: index.toUtf16(hint.place.start),
      end: index.toUtf16(hint.place.end),
    });
  }

  function change(edit: Edit<OverruledHints>) {
    onOverrule(edit);
    // The row that had the focus goes away.
    summaryRef.current?.focus();
  }

  function takeBack(id: string) {
    change((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== id)));
  }

  return (
    <details
      className="mt-10 rounded-lg border border-line bg-surface p-4"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary ref={summaryRef} className="text-sm font-medium">
        {t(aside.length > 0 ? "summaryAside" : "summary", {
          count: open.length,
          aside: aside.length,
        })}
      </summary>
      {isOpen && open.length > 0 && (
        <ul aria-label={t("list")} className="mt-3 grid gap-3 text-sm">
          {open.slice(0, nShown).map((hint) => (
            <HintRow
              key={hint.id}
              hint={hint}
              onShow={() => show(hint)}
              onOverrule={(note) => change((now) => ({ ...now, [hint.id]: note }))}
            />
          ))}
        </ul>
      )}
      {isOpen && open.length > nShown && (
        <Button size="sm" className="mt-3" onClick={() => setNShown(nShown + shownAtOnce)}>
          {t("showMore")}
        </Button>
      )}
      {isOpen && aside.length > 0 && (
        <>
          <h3 className="mt-5 text-sm font-medium">{t("aside")}</h3>
          <ul aria-label={t("aside")} className="mt-2 grid gap-3 text-sm text-muted">
            {aside.map((hint) => (
              <li key={hint.id} className="flex flex-wrap items-center gap-2">
                <span className="min-w-0 flex-1 basis-64">
                  <HintText hint={hint} />{" "}
                  {overruled[hint.id] && <q className="text-ink">{overruled[hint.id]}</q>}
                </span>
                <Button size="sm" variant="quiet" onClick={() => takeBack(hint.id)}>
                  {t("lookAgain")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
