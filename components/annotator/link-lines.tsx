"use client";

import { useLayoutEffect, useState } from "react";

import { linksOf } from "@/lib/domain/spans/links";
import type { Span } from "@/lib/domain/spans/span";
import { pieceOf } from "./span-dom";
import type { Workspace } from "./use-workspace";

type Line = { key: string; path: string };

/** Curves from the selected span to the spans it is linked with, in both directions. */
export function LinkLines({ workspace }: { workspace: Workspace }) {
  const { selected, frame, layer } = workspace;
  const [lines, setLines] = useState<readonly Line[]>([]);

  useLayoutEffect(() => {
    const box = frame.current;
    const pairs = selected ? linkedPairs(selected, layer.spans) : [];
    if (!box || pairs.length === 0) return setLines([]);
    const draw = () => setLines(pairs.flatMap((pair) => lineOf(box, ...pair)));
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(box);
    return () => observer.disconnect();
  }, [selected, layer.spans, frame]);

  if (lines.length === 0) return null;
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 z-10 size-full">
      {lines.map(({ key, path }) => (
        <path
          key={key}
          d={path}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
          strokeDasharray="5 3"
        />
      ))}
    </svg>
  );
}

function linkedPairs(selected: Span, spans: readonly Span[]): (readonly [string, string])[] {
  return [
    ...linksOf(selected.attributes).map(({ toSpanId }) => [selected.id, toSpanId] as const),
    ...spans.flatMap((one) =>
      linksOf(one.attributes)
        .filter(({ toSpanId }) => toSpanId === selected.id)
        .map(() => [one.id, selected.id] as const),
    ),
  ];
}

function lineOf(box: HTMLElement, from: string, to: string): Line[] {
  const start = pieceOf(box, from)?.getClientRects()[0];
  const end = pieceOf(box, to)?.getClientRects()[0];
  if (!start || !end) return [];
  const frame = box.getBoundingClientRect();
  const [x1, y1] = [start.left + start.width / 2 - frame.left, start.top - frame.top];
  const [x2, y2] = [end.left + end.width / 2 - frame.left, end.top - frame.top];
  const lift = Math.min(60, 20 + Math.abs(x2 - x1) / 6);
  return [
    {
      key: `${from} ${to}`,
      path: `M ${x1} ${y1} C ${x1} ${y1 - lift}, ${x2} ${y2 - lift}, ${x2} ${y2}`,
    },
  ];
}
