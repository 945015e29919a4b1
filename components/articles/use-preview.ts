"use client";

import { useRef, useState } from "react";

import { ApiProblem, apiRequest } from "@/lib/client/api-client";
import type { ChosenFile } from "@/lib/client/dropped-files";
import type { ImportPreviewResult } from "@/lib/contracts/imports";

const startBytes = 262_144;
const tables = /\.(csv|tsv|tab|jsonl|ndjson|json)$/i;

/** Looks at the beginning of a chosen table; the last look counts. */
export function usePreview(projectId: string) {
  const [preview, setPreview] = useState<ImportPreviewResult | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const latest = useRef(0);

  async function look(
    files: readonly ChosenFile[],
    reading: { format?: string; encoding?: string },
  ): Promise<void> {
    const turn = (latest.current += 1);
    const [chosen, ...others] = files;
    setProblem(null);
    if (!chosen || others.length > 0 || !tables.test(chosen.path)) {
      setPreview(null);
      return;
    }
    const form = new FormData();
    form.set("file", chosen.file.slice(0, startBytes), chosen.file.name);
    for (const [name, value] of Object.entries(reading)) form.set(name, value);
    try {
      const path = `/api/v1/projects/${projectId}/imports/preview`;
      const found = await apiRequest<ImportPreviewResult>(path, { method: "POST", body: form });
      if (turn === latest.current) setPreview(found);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (turn !== latest.current) return;
      setPreview(null);
      setProblem(error);
    }
  }

  return { preview, problem, look };
}
