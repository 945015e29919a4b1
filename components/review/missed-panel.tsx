"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { EditedSpan } from "./edited-span";
import { moveByKey } from "./move-by-key";
import { RuleField } from "./rule-field";
import { useDecisionKeys } from "./use-decision-keys";
import type { MissedSpan } from "./use-missed-span";

type MissedPanelProps = {
  projectId: string;
  codebook: Codebook;
  missed: MissedSpan;
  /** Begins with a word of the text, for who can't drag over it. */
  onBegin: () => void;
};

/** What all annotators missed, on its way to gold: its edges, its tag, and why. */
export function MissedPanel({ projectId, codebook, missed, onBegin }: MissedPanelProps) {
  const t = useTranslations("review");
  const { version, active, why, setWhy, isPending, problem } = missed;
  const panel = useRef<HTMLElement>(null);
  const isBegun = active !== undefined;

  // On a narrow screen it stands after the text that the words were taken from.
  useEffect(() => {
    if (isBegun) panel.current?.scrollIntoView({ block: "nearest" });
  }, [isBegun]);

  useDecisionKeys((key, event) => {
    if (!active) {
      if (key !== "a") return;
      event.preventDefault();
      return onBegin();
    }
    const onControl = event.target instanceof Element && event.target.closest("button, a, summary");
    const move = moveByKey(version, key);
    if (move) move();
    else if (key === "Escape") version.cancel();
    else if (key === "Enter" && !onControl) missed.add(active);
    else return;
    event.preventDefault();
  });

  return (
    <section ref={panel} aria-labelledby="missed-heading">
      <h2 id="missed-heading" className="text-lg font-semibold">
        {t("missed.title")}
      </h2>
      <p className="mt-1 text-sm text-muted">{t("missed.hint")}</p>
      {active ? (
        <div className="mt-3 grid gap-4 rounded-lg bg-sunken p-4">
          <EditedSpan
            span={active}
            name={t("edit.span")}
            index={version.texts[active.segment]}
            codebook={codebook}
            onChange={(span) => version.change(0, span)}
          />
          <RuleField
            projectId={projectId}
            rules={codebook.rules}
            rule={why.rule}
            onChange={(rule) => setWhy({ ...why, rule })}
          />
          <Field label={t("decide.comment")}>
            {(control) => (
              <TextArea
                {...control}
                rows={1}
                className="min-h-10"
                maxLength={4000}
                value={why.comment}
                onChange={({ target }) => setWhy({ ...why, comment: target.value })}
              />
            )}
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" disabled={isPending} onClick={() => missed.add(active)}>
              {isPending ? t("decide.saving") : t("missed.add")}
            </Button>
            <Button onClick={version.cancel}>{t("missed.cancel")}</Button>
          </div>
          <p className="text-sm text-muted">{t("missed.keys")}</p>
          <ProblemNote problem={problem} />
        </div>
      ) : (
        <Button size="sm" className="mt-2" aria-keyshortcuts="a" onClick={onBegin}>
          {t("missed.begin")}
        </Button>
      )}
    </section>
  );
}
