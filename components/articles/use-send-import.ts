"use client";

import { useRef, useState } from "react";

import { apiRequest } from "@/lib/client/api-client";
import { type ChosenFile, packFiles } from "@/lib/client/dropped-files";
import { type ImportChoices, uploadImport } from "@/lib/client/upload-import";
import { useAction } from "@/lib/client/use-action";
import type { ImportResult } from "@/lib/contracts/articles";

/** Up to this much is read while one waits; more goes in parts and is read in the background. */
const atOnce = { bytes: 8_388_608, files: 200 };

export type Progress = { nSent: number; nBytes: number; isQueued: boolean };

/** Sends files for import and keeps what came of it. */
export function useSendImport(projectId: string) {
  const { run, isPending, problem } = useAction();
  const [report, setReport] = useState<ImportResult | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const abort = useRef<AbortController | null>(null);

  function forget() {
    setReport(null);
    setProgress(null);
  }

  async function send(files: readonly ChosenFile[], choices: ImportChoices): Promise<void> {
    forget();
    const nBytes = files.reduce((sum, { file }) => sum + file.size, 0);
    const isSmall = nBytes <= atOnce.bytes && files.length <= atOnce.files;
    await run(() => (isSmall ? sendAtOnce(files, choices) : sendInParts(files, choices)));
  }

  async function sendAtOnce(files: readonly ChosenFile[], choices: ImportChoices) {
    const form = new FormData();
    for (const { file, path } of files) form.append("file", file, path);
    const { columns, dryRun, partial, ...reading } = choices;
    for (const [name, value] of Object.entries(reading)) form.set(name, value);
    form.set("columns", JSON.stringify(columns ?? {}));
    form.set("dryRun", String(dryRun));
    form.set("partial", String(partial));
    const path = `/api/v1/projects/${projectId}/articles/import`;
    setReport(await apiRequest<ImportResult>(path, { method: "POST", body: form }));
  }

  async function sendInParts(files: readonly ChosenFile[], choices: ImportChoices) {
    const [first, ...others] = files;
    if (!first) return;
    const folder = first.path.split("/")[0] ?? "";
    const file =
      others.length === 0
        ? { name: first.file.name, blob: first.file }
        : { name: `${folder === first.path ? "files" : folder}.zip`, blob: await packFiles(files) };
    abort.current = new AbortController();
    const nBytes = file.blob.size;
    setProgress({ nSent: 0, nBytes, isQueued: false });
    try {
      await uploadImport(projectId, file, choices, {
        onProgress: (nSent) => setProgress({ nSent, nBytes, isQueued: nSent === nBytes }),
        signal: abort.current.signal,
      });
    } catch (error) {
      setProgress(null);
      throw error;
    }
  }

  return { send, report, progress, isPending, problem, forget, stop: () => abort.current?.abort() };
}
