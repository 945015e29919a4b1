import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import type { RefusedEntry } from "@/lib/client/device-database";
import { downloadFile } from "@/lib/client/download-file";
import type { NewOperation } from "@/lib/domain/annotation/compose-edits";
import { RefusedChange } from "./refused-change";

type RefusedChangesProps = {
  refused: readonly RefusedEntry[];
  onDismiss: (ids: readonly string[]) => void;
  /** @returns whether it could be made */
  onMakeAgain: (change: NewOperation) => boolean;
};

/** Changes that the server would not take: both versions, why, and a file with all of it. */
export function RefusedChanges({ refused, onDismiss, onMakeAgain }: RefusedChangesProps) {
  const t = useTranslations("annotator.refused");
  if (refused.length === 0) return null;

  function download() {
    const text = JSON.stringify(refused, null, 2);
    downloadFile("slantwise-refused-changes.json", "application/json", text);
  }

  return (
    <div className="mb-6">
      <StatusNote tone="danger" title={t("title")}>
        <ul className="my-2 grid list-disc gap-2 pl-5">
          {refused.map((entry) => (
            <RefusedChange
              key={entry.id}
              entry={entry}
              onMakeAgain={(change) => onMakeAgain(change) && onDismiss([entry.id])}
            />
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={download}>
            {t("download")}
          </Button>
          <Button size="sm" onClick={() => onDismiss(refused.map(({ id }) => id))}>
            {t("dismiss")}
          </Button>
        </div>
      </StatusNote>
    </div>
  );
}
