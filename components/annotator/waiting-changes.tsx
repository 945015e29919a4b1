"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { downloadFile } from "@/lib/client/download-file";
import { listOutbox } from "@/lib/client/outbox";

type WaitingChangesProps = { userId: string; assignmentId: string };

/** The article was taken away while changes were waiting: they stay here and can be carried off. */
export function WaitingChanges({ userId, assignmentId }: WaitingChangesProps) {
  const t = useTranslations("annotator.waiting");

  async function download() {
    const waiting = await listOutbox(userId, assignmentId);
    const text = JSON.stringify(waiting, null, 2);
    downloadFile("slantwise-waiting-changes.json", "application/json", text);
  }

  return (
    <div className="mb-6">
      <StatusNote tone="danger" title={t("title")}>
        <p>{t("note")}</p>
        <Button size="sm" className="mt-2" onClick={() => void download()}>
          {t("download")}
        </Button>
      </StatusNote>
    </div>
  );
}
