"use client";

import { useMemo, useState } from "react";

import { Button } from "@/components/ui/button";
import { selectInSegment } from "@/lib/client/text-selection";
import { checkLayer, type LayerHint } from "@/lib/domain/annotation/check-layer";
import type { Workspace } from "./use-workspace";

/** Gentle checks by rule; each can be looked at, or set aside for good reason. */
export function LayerHints({ workspace }: { workspace: Workspace }) {
  const { layer, assignment, isReadOnly } = workspace;
  const [setAside, setSetAside] = useState<ReadonlySet<string>>(new Set());
  const hints = useMemo(
    () => checkLayer(layer.context, layer.spans, assignment.article.language),
    [layer.context, layer.spans, assignment.article.language],
  );
  const open = hints.filter(({ id }) => !setAside.has(id));
  if (isReadOnly || open.length === 0) return null;

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

  return (
    <details className="mt-10 rounded-lg border border-line bg-surface p-4">
      <summary className="text-sm font-medium">
        {open.length === 1 ? "1 thing to look at again" : `${open.length} things to look at again`}
      </summary>
      <ul aria-label="Things to look at again" className="mt-3 grid gap-3 text-sm">
        {open.map((hint) => (
          <li key={hint.id} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1 basis-64">
              <strong className="font-medium">{hint.rule}</strong> {hint.text}
            </span>
            <Button size="sm" onClick={() => show(hint)}>
              Show
            </Button>
            <Button
              size="sm"
              variant="quiet"
              onClick={() => setSetAside(new Set(setAside).add(hint.id))}
            >
              Fine as it is
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
