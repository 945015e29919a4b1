"use client";

import { useRef } from "react";
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
import { Button } from "@/components/ui/button";
import { downloadFile } from "@/lib/client/download-file";
import type { Agreement } from "@/lib/contracts/agreement";

type AlphaChartProps = { tags: Agreement["tags"] };
const rowHeightPx = 28;

/** Alpha of each tag with its interval. The table after it says the same to who can't see it. */
export function AlphaChart({ tags }: AlphaChartProps) {
  const box = useRef<HTMLDivElement>(null);
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

  function download() {
    const svg = box.current?.querySelector("svg");
    if (!svg) return;
    const copy = svg.cloneNode(true) as SVGElement;
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    // Custom properties mean nothing outside the page.
    const style = getComputedStyle(document.documentElement);
    const text = copy.outerHTML.replace(/var\((--[\w-]+)\)/g, (_, name: string) =>
      style.getPropertyValue(name).trim(),
    );
    downloadFile("agreement.svg", "image/svg+xml", text);
  }

  return (
    <figure className="mb-4">
      <div ref={box} aria-hidden="true" className="rounded-lg border border-line bg-surface p-3">
        <ResponsiveContainer width="100%" height={rows.length * rowHeightPx + 40}>
          <BarChart
            data={rows}
            layout="vertical"
            margin={{ left: 20, right: 20 }}
            accessibilityLayer={false}
          >
            <CartesianGrid horizontal={false} stroke="var(--line)" />
            <XAxis
              type="number"
              domain={[-0.2, 1]}
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
                <Cell key={name} fill={isSecond ? "var(--framing)" : "var(--sourcing)"} />
              ))}
              <ErrorBar dataKey="spread" direction="x" stroke="var(--ink)" width={5} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className="mt-2 flex flex-wrap items-center gap-3 text-sm text-muted">
        Krippendorff’s alpha over characters by tag, with 95% intervals where there are enough
        articles.
        <Button size="sm" onClick={download}>
          Download as SVG
        </Button>
      </figcaption>
    </figure>
  );
}
