"use client";

import { useId, useState } from "react";

import { Select } from "@/components/ui/field";
import { articlesForHalfWidth } from "@/lib/domain/agreement/planning";

const halfWidths = [0.03, 0.05, 0.1, 0.15];

/** How many articles must be read twice for an interval of a chosen width. */
export function PlanArticles({
  nArticles,
  variance,
}: {
  nArticles: number;
  variance: number | null;
}) {
  const id = useId();
  const [halfWidth, setHalfWidth] = useState(0.1);
  const plan = articlesForHalfWidth({ articles: nArticles, variance }, halfWidth);
  return (
    <p className="mt-4 flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor={id}>For an interval of ±</label>
      <Select
        id={id}
        className="min-h-8 w-auto! py-0 text-sm"
        value={halfWidth}
        onChange={({ target }) => setHalfWidth(Number(target.value))}
      >
        {halfWidths.map((one) => (
          <option key={one} value={one}>
            {one.toFixed(2)}
          </option>
        ))}
      </Select>
      <span>
        {plan.articles === null
          ? `there is no plan yet: ${plan.reason.charAt(0).toLowerCase()}${plan.reason.slice(1)}`
          : `about ${plan.articles.toLocaleString("en")} articles must be read twice (now ±${plan.presentHalfWidth.toFixed(2)}).`}
      </span>
    </p>
  );
}
