"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { findPhrase } from "@/lib/domain/text/find-phrase";
import { selectInSegment } from "@/lib/client/text-selection";
import { partIds } from "./focus-part";
import type { Workspace } from "./use-workspace";

/** Finds a phrase in the article and selects it, ready to be tagged. */
export function FindBar({ workspace }: { workspace: Workspace }) {
  const { layer, frame, setIsFindOpen } = workspace;
  const t = useTranslations("annotator.find");
  const [phrase, setPhrase] = useState("");
  const [at, setAt] = useState(-1);
  const isSelected = useRef(false);
  const places = useMemo(
    () =>
      (["title", "body"] as const).flatMap((segment) =>
        findPhrase(layer.context.texts[segment].text, phrase).map((range) => ({
          segment,
          ...range,
        })),
      ),
    [layer.context, phrase],
  );

  useEffect(() => setAt(-1), [phrase]);

  function go(step: 1 | -1) {
    if (places.length === 0) return;
    const from = at < 0 && step < 0 ? 0 : at;
    const next = (from + step + places.length) % places.length;
    const place = places[next];
    setAt(next);
    if (!place) return;
    selectInSegment(frame.current, place);
    isSelected.current = true;
  }

  function close() {
    setIsFindOpen(false);
    frame.current?.focus({ preventScroll: true });
  }

  const found = places.length === 0 ? "none" : at < 0 ? "count" : "place";

  return (
    <form
      id={partIds.find}
      role="search"
      className="flex basis-full flex-wrap items-center gap-2 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        go(1);
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <Input
        autoFocus
        aria-label={t("label")}
        placeholder={t("label")}
        className="min-h-9 max-w-64 text-sm"
        value={phrase}
        onChange={({ target }) => setPhrase(target.value)}
        onKeyDown={({ key, currentTarget: field }) => {
          // A place that was found is selected in the text, and typing would go nowhere.
          if (!isSelected.current || key === "Enter" || key === "Escape") return;
          field.setSelectionRange(field.value.length, field.value.length);
          isSelected.current = false;
        }}
      />
      <Button size="sm" type="submit">
        {t("next")}
      </Button>
      <Button size="sm" onClick={() => go(-1)}>
        {t("previous")}
      </Button>
      <Button size="sm" variant="quiet" onClick={close}>
        {t("close")}
      </Button>
      <p role="status" className="text-sm text-muted">
        {phrase !== "" && t(found, { at: at + 1, count: places.length })}
      </p>
    </form>
  );
}
