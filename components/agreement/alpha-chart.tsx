"use client";

import { useTranslations } from "next-intl";
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";

import { readable } from "@/components/codebook/tag-style";
import type { Agreement } from "@/lib/contracts/agreement";
import { ChartFigure } from "./chart-figure";

type AlphaChartProps = { tags: Agreement["tags"] };
const rowHeightPx = 28;

/** Alpha of each tag with its interval. The table after it says the same to who can't see it. */
export function AlphaChart({ tags }: AlphaChartProps) {
  const t = useTranslations("agreement.tag");
  const families = [...new Set(tags.map(({ familyId }) => familyId))];
  const rows = tags.flatMap(({ tagId, familyId, alpha, interval }) =>
    alpha.value === null
      ? []
      : [
          {
            name: readable(tagId),
            alpha: alpha.value,
            isSecond: families.indexOf(familyId) % 2 === 1,
            spread:
              interval.lower === null || interval.upper === null
                ? null
                : [alpha.value - interval.lower, interval.upper - alpha.value],
          },
        ],
  );
  if (rows.length === 0) return null;
  const [first = "", second = ""] = families;
  const legend = families.length > 1 ? ` ${t("legend", { first, second })}` : "";
  const lowest = Math.min(-0.2, ...rows.map(({ alpha, spread }) => alpha - (spread?.[0] ?? 0)));

  return (
    <ChartFigure name="agreement" caption={`${t("chart")}${legend}`}>
      <ResponsiveContainer width="100%" height={rows.length * rowHeightPx + 40}>
        <BarChart
          data={rows}
          layout="vertical"
          margin={{ left: 20, right: 20 }}
          accessibilityLayer={false}
        >
          <defs>
            <pattern
              id="second-family"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" fill="var(--framing-soft)" />
              <rect width="3" height="6" fill="var(--framing)" />
            </pattern>
          </defs>
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            domain={[Math.floor(lowest * 5) / 5, 1]}
            ticks={[0, 0.2, 0.4, 0.6, 0.8, 1]}
            stroke="var(--muted)"
            fontSize={12}
          />
          <YAxis
            type="category"
            dataKey="name"
            width={100}
            interval={0}
            stroke="var(--muted)"
            fontSize={12}
          />
          <ReferenceLine x={0} stroke="var(--line-strong)" />
          <Bar dataKey="alpha" isAnimationActive={false} barSize={12}>
            {rows.map(({ name, isSecond }) => (
              <Cell
                key={name}
                fill={isSecond ? "url(#second-family)" : "var(--sourcing)"}
                stroke={isSecond ? "var(--framing)" : "var(--sourcing)"}
              />
            ))}
            <ErrorBar dataKey="spread" direction="x" stroke="var(--ink)" width={5} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}
