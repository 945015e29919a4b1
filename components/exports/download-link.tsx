"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useRef, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { useFileSize } from "@/components/releases/file-size";
import { Button, buttonClasses } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { saveBlob } from "@/lib/client/download-file";
import { downloadWithProgress } from "@/lib/client/download-with-progress";
import { useAction } from "@/lib/client/use-action";

/** Beyond this the browser's own download takes over, which keeps nothing in memory. */
const mostBytes = 200_000_000;

type DownloadLinkProps = {
  path: string;
  name: string;
  /** About how many bytes will come. */
  nBytes: number;
};

/** A plain link; with scripts, one that shows how far the download is. */
export function DownloadLink({ path, name, nBytes }: DownloadLinkProps) {
  const t = useTranslations("exports.download");
  const fileSize = useFileSize();
  const { run, isPending, problem } = useAction();
  const [nCome, setCome] = useState(0);
  const [isDone, setDone] = useState(false);
  const controller = useRef<AbortController | null>(null);

  function follow(event: MouseEvent) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isPlain || nBytes > mostBytes) return;
    event.preventDefault();
    if (isPending) return;
    const started = new AbortController();
    controller.current = started;
    setCome(0);
    setDone(false);
    void run(async () => {
      try {
        const options = { signal: started.signal, onProgress: setCome };
        saveBlob(name, await downloadWithProgress(path, options));
        setDone(true);
      } catch (error) {
        if (!started.signal.aborted) throw error;
      }
    });
  }

  // The last bytes may be more than was reckoned; the bar is full only when all have come.
  const share = Math.min(nCome / Math.max(nBytes, 1), 0.99);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <a
          href={path}
          download={name}
          onClick={follow}
          aria-disabled={isPending}
          className={buttonClasses("primary")}
        >
          {t("link", { name })}
        </a>
        {isPending && (
          <>
            <progress
              aria-label={t("progress", { name })}
              value={share}
              className="h-2 w-40 accent-accent"
            />
            <span className="text-sm text-muted tabular-nums">
              {t("come", { come: fileSize(nCome), total: fileSize(nBytes) })}
            </span>
            <Button size="sm" onClick={() => controller.current?.abort()}>
              {t("cancel")}
            </Button>
          </>
        )}
      </div>
      <ProblemNote problem={problem} />
      {isDone && (
        <StatusNote tone="success">{t("done", { name, size: fileSize(nCome) })}</StatusNote>
      )}
    </div>
  );
}
