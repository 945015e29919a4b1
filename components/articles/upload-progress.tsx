"use client";

import { useFormatter, useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import type { Progress } from "./use-send-import";

type UploadProgressProps = { progress: Progress; onStop: () => void };

/** How far an upload is; once all of it is there, that it goes on without this page. */
export function UploadProgress({ progress, onStop }: UploadProgressProps) {
  const t = useTranslations("articles.progress");
  const format = useFormatter();
  const { nSent, nBytes, isQueued } = progress;
  if (isQueued) return <StatusNote tone="success" title={t("queued")} />;
  const share = format.number(nSent / nBytes, { style: "percent" });
  return (
    <div className="grid gap-2">
      <label className="grid gap-1 text-sm">
        {t("uploading", { share })}
        <progress value={nSent} max={nBytes} className="h-2 w-full accent-accent" />
      </label>
      <p className="text-sm text-muted">{t("resumable")}</p>
      <div>
        <Button size="sm" onClick={onStop}>
          {t("pause")}
        </Button>
      </div>
    </div>
  );
}
