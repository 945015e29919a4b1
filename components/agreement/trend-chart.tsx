"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  CartesianGrid,
  ErrorBar,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";

import { familyStyle } from "@/components/codebook/tag-style";
import { ChartFigure } from "./chart-figure";
import type { TrendPoint } from "./trend-point";

type TrendChartProps = {
  name: string;
  points: readonly TrendPoint[];
  familyIds: readonly string[];
  actions: ReactNode;
};
const heightPx = 260;
const sizePx = 8;

/** Alpha of each family over time. The table after it says the same to who can't see it. */
export function TrendChart({ name, points, familyIds, actions }: TrendChartProps) {
  const t = useTranslations("agreement.trendChart");
  const rows = points.map(({ name: at, families }) => {
    const row: Record<string, string | number | [number, number] | null> = { at };
    for (const { familyId, alpha, interval } of families) {
      row[familyId] = alpha.value;
      row[`${familyId} spread`] =
        alpha.value === null || interval.lower === null || interval.upper === null
          ? null
          : [alpha.value - interval.lower, interval.upper - alpha.value];
    }
    return row;
  });
  const [first = "", second = ""] = familyIds;
  return (
    <ChartFigure name={name} caption={t("caption", { first, second })} actions={actions}>
      <ResponsiveContainer width="100%" height={heightPx}>
        <LineChart data={rows} margin={{ top: 10, right: 20 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="at" stroke="var(--muted)" fontSize={12} />
          <YAxis
            domain={[-0.2, 1]}
            ticks={[-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1]}
            width={40}
            stroke="var(--muted)"
            fontSize={12}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          {familyIds.map((familyId, at) => {
            const { line, isDashed } = familyStyle(at);
            return (
              <Line
                key={familyId}
                dataKey={familyId}
                stroke={line}
                strokeWidth={2}
                strokeDasharray={isDashed ? "6 4" : "0"}
                isAnimationActive={false}
                dot={<Mark isSquare={isDashed} colour={line} />}
              >
                <ErrorBar dataKey={`${familyId} spread`} stroke={line} width={5} />
              </Line>
            );
          })}
        </LineChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}

type MarkProps = { isSquare: boolean; colour: string; cx?: number; cy?: number | null };

/** The chart gives the place, which is missing where alpha isn't defined. */
function Mark({ isSquare, colour, cx, cy }: MarkProps) {
  if (cx === undefined || cy === undefined || cy === null) return null;
  return isSquare ? (
    <rect x={cx - sizePx / 2} y={cy - sizePx / 2} width={sizePx} height={sizePx} fill={colour} />
  ) : (
    <circle cx={cx} cy={cy} r={sizePx / 2} fill={colour} />
  );
}
