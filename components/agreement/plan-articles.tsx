"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Field, Input, Select } from "@/components/ui/field";
import { articlesForHalfWidth } from "@/lib/domain/agreement/planning";
import { useFigures } from "./use-figures";

/** A family or tag, with what its plan follows from. */
export type PlanChoice = { id: string; name: string; prevalence: number; variance: number | null };

/** How many articles must be read twice for an interval of a chosen width. */
export function PlanArticles({
  nArticles,
  choices,
}: {
  nArticles: number;
  choices: readonly PlanChoice[];
}) {
  const t = useTranslations("agreement.plan");
  const { number, percent, reason } = useFigures();
  const [chosen, setChosen] = useState(choices[0]?.id ?? "");
  const [halfWidth, setHalfWidth] = useState("0.1");
  const figure = choices.find(({ id }) => id === chosen) ?? choices[0];
  if (!figure) return null;
  const { variance, prevalence } = figure;
  const plan = articlesForHalfWidth({ articles: nArticles, variance }, Number(halfWidth));
  return (
    <div className="rounded-xl border border-line bg-surface p-5">
      <div className="grid max-w-xl gap-3 sm:grid-cols-2">
        <Field label={t("what")}>
          {(control) => (
            <Select {...control} value={chosen} onChange={({ target }) => setChosen(target.value)}>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("halfWidth")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              inputMode="decimal"
              min={0.01}
              max={0.5}
              step={0.01}
              value={halfWidth}
              onChange={({ target }) => setHalfWidth(target.value)}
            />
          )}
        </Field>
      </div>
      <p role="status" className="mt-4 text-sm">
        {plan.articles === null
          ? t("none", { reason: reason(plan.reason) })
          : t("answer", {
              prevalence: percent(prevalence),
              articles: plan.articles,
              present: number(plan.presentHalfWidth),
              now: nArticles,
            })}
      </p>
    </div>
  );
}
